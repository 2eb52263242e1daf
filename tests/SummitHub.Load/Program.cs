using SummitHub.Load.Bookings;
using SummitHub.Load.Fanout;
using SummitHub.Load.Timetable;
using SummitHub.Load.Verbs;

Verb[] verbs =
[
    BookingsVerb.Verb,
    BoardsVerb.Verb,
    BareHubVerb.Verb,
    CheckVerb.Verb,
];

return await VerbTable.Run(verbs, args);

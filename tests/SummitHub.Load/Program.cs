using SummitHub.Load.Bookings;
using SummitHub.Load.Timetable;
using SummitHub.Load.Verbs;

Verb[] verbs =
[
    BookingsVerb.Verb,
    CheckVerb.Verb,
];

return await VerbTable.Run(verbs, args);

using SummitHub.Load.Bookings;
using SummitHub.Load.Timetable;
using SummitHub.Load.Verbs;
using SummitHub.Load.Week;

Verb[] verbs =
[
    BookingsVerb.Verb,
    WeekVerb.Verb,
    CheckVerb.Verb,
];

return await VerbTable.Run(verbs, args);

using SummitHub.Load.Bookings;
using SummitHub.Load.Day;
using SummitHub.Load.Fanout;
using SummitHub.Load.Kills;
using SummitHub.Load.Leaks;
using SummitHub.Load.Timetable;
using SummitHub.Load.Verbs;
using SummitHub.Load.Week;

Verb[] verbs =
[
    BookingsVerb.Verb,
    KillsVerb.Verb,
    WeekVerb.Verb,
    DayVerb.Verb,
    CheckVerb.Verb,
    LeaksVerb.Verb,
    FanoutVerb.Verb,
    BoardsVerb.Verb,
    BareHubVerb.Verb,
];

return await VerbTable.Run(verbs, args);

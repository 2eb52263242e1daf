using SummitHub.Load.Timetable;
using SummitHub.Load.Verbs;

Verb[] verbs =
[
    CheckVerb.Verb,
];

return await VerbTable.Run(verbs, args);

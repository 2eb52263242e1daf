using SummitHub.Contracts.Access;
using static SummitHub.Domain.Access.Extent;

namespace SummitHub.Domain.Access;

/// <summary>Who may do what to a programme: one table. Rights are asked before any rule.</summary>
public static class Rights
{
    private static readonly Role[] Columns =
        [Role.Desk, Role.Chief, Role.ControlOfficer, Role.SiteOfficer, Role.Notetaker, Role.Reader, Role.Press, Role.Display, Role.System];

    private static readonly Dictionary<Doing, Extent[]> Table = new()
    {
        //                           Desk  Chief    Control  Site     Notes    Reader Press Display System
        [Doing.Found] =            [Any, Not,     Not,     Not,     Not,     Not,   Not,  Not,    Any],
        [Doing.Place] =            [Any, Not,     Not,     Not,     Not,     Not,   Not,  Not,    Any],
        [Doing.Request] =          [Any, OwnSide, OwnSide, Not,     Not,     Not,   Not,  Not,    Any],
        [Doing.Answer] =           [Any, OwnSide, OwnSide, Not,     Not,     Not,   Not,  Not,    Any],
        [Doing.Change] =           [Any, OwnSide, OwnSide, Not,     Not,     Not,   Not,  Not,    Any],
        [Doing.ReportMilestone] =  [Any, OwnSide, OwnSide, OwnSide, Not,     Not,   Not,  Not,    Any],
        [Doing.ReportStartOrEnd] = [Any, OwnSide, OwnSide, OwnSide, OwnSide, Not,   Not,  Not,    Any],
        [Doing.ReportLogistics] =  [Any, OwnSide, OwnSide, OwnSide, Not,     Not,   Not,  Not,    Any],
        [Doing.NoteRecord] =       [Not, Not,     Not,     Not,     Not,     Not,   Not,  Not,    Any],
        [Doing.Commit] =           [Any, OwnSide, OwnSide, Not,     Not,     Not,   Not,  Not,    Any],
        [Doing.ReportTown] =       [Any, Not,     Not,     Not,     Not,     Not,   Not,  Not,    Any],
    };

    /// <summary>How far somebody's right goes. One of a delegation's roles without a delegation may do nothing.</summary>
    public static Extent Of(Actor actor, Doing doing)
    {
        var extent = Table[doing][Array.IndexOf(Columns, actor.Role)];
        return extent == OwnSide && actor.Delegation is null ? Not : extent;
    }
}

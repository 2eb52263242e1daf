using SummitHub.Contracts.Access;
using static SummitHub.Domain.Access.Extent;

namespace SummitHub.Domain.Access;

/// <summary>Who may do what: one table. Rights are asked before any rule, at the edge and again inside the grains.</summary>
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
        [Doing.AskBusy] =          [Any, Any,     Any,     Not,     Not,     Not,   Not,  Not,    Any],
        [Doing.ReadRecord] =       [Not, OwnSide, OwnSide, OwnSide, OwnSide, Not,   Not,  Not,    Any],
        [Doing.KeepRecord] =       [Not, OwnSide, OwnSide, Not,     OwnSide, Not,   Not,  Not,    Any],
        [Doing.ClearRecord] =      [Not, OwnSide, Not,     Not,     Not,     Not,   Not,  Not,    Any],
        [Doing.ReadInbox] =        [Not, OwnSide, OwnSide, OwnSide, OwnSide, Not,   Not,  Not,    Any],
        [Doing.Acknowledge] =      [Not, OwnSide, OwnSide, OwnSide, OwnSide, Not,   Not,  Not,    Any],
    };

    /// <summary>How far somebody's right goes. One of a delegation's roles without a delegation may do nothing.</summary>
    public static Extent Of(Actor actor, Doing doing)
    {
        if (Array.IndexOf(Columns, actor.Role) is var column && column < 0) return Not;
        var extent = Table[doing][column];
        return actor.Delegation is null && (extent == OwnSide || actor.Role is not (Role.Desk or Role.Display or Role.System)) ? Not : extent;
    }

    /// <summary>Whether somebody may do it at all, be it for his own side alone.</summary>
    public static bool May(Actor actor, Doing doing) => Of(actor, doing) != Not;
}

using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Load.Servers;

namespace SummitHub.Load.Day;

/// <summary>One command of the table, and what the table foresees when it is refused.</summary>
/// <param name="Operation">What is asked.</param>
/// <param name="Foreseen">Refusals that the table foresees.</param>
/// <param name="Instead">What the desk does then; null for nothing.</param>
internal sealed record Step(Operation Operation, IReadOnlySet<RefusalReason> Foreseen, Operation? Instead)
{
    /// <summary>Nothing is foreseen.</summary>
    public static IReadOnlySet<RefusalReason> Nothing { get; } = new HashSet<RefusalReason>();

    /// <summary>What is reported is so already.</summary>
    public static IReadOnlySet<RefusalReason> ThatIsSo { get; } = new HashSet<RefusalReason> { RefusalReason.NothingWouldChange };

    /// <summary>(A) A fact stands in the room: a meeting that runs late, or a side that brings more people than it had said.</summary>
    public static IReadOnlySet<RefusalReason> InTheRoom { get; } = new HashSet<RefusalReason>
    {
        RefusalReason.RoomTakenThen, RefusalReason.RoomNeedsItsGap, RefusalReason.RoomTooSmall,
    };

    /// <summary>(B) A fact stands in the person's way, or in the room.</summary>
    public static IReadOnlySet<RefusalReason> InTheWay { get; } = new HashSet<RefusalReason>(InTheRoom)
    {
        RefusalReason.PrincipalAlreadyMeetingThen, RefusalReason.PrincipalCommittedThen, RefusalReason.PrincipalCannotTravelInTime,
        RefusalReason.PrincipalHasTooManyMeetingsThatDay, RefusalReason.PartyUnavailableThen, RefusalReason.RoomUnavailableThen,
    };

    /// <summary>A command that must be accepted.</summary>
    public static Step Of(Actor actor, string id, params System.Collections.Immutable.ImmutableArray<ProgrammeCommand> commands) =>
        new(actor.Asks(id, commands), Nothing, null);

    /// <summary>The same with refusals foreseen; the desk then repeats it with an override, on behalf of the side that asked.</summary>
    public Step Foresees(IReadOnlySet<RefusalReason> reasons, string reason, string? side) => this with
    {
        Foreseen = reasons,
        Instead = Operation with
        {
            Id = OperationId.Parse($"{Operation.Id}-o"),
            Actor = Actors.Desk,
            OnBehalf = side is null ? null : new(DelegationCode(side), "the control officer"),
            OverrideReason = reason,
        },
    };

    private static Contracts.Summits.DelegationCode DelegationCode(string side) => Contracts.Summits.DelegationCode.Parse(side);
}

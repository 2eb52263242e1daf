using System.Collections.Immutable;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Meetings;

/// <summary>What was decided of an operation on a record.</summary>
public abstract record RecordDecision
{
    private RecordDecision()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="Sides">What every side may read now, in the order of the parties.</param>
    /// <param name="Changed">The sides for which that has changed; empty where the operation said what was so already.</param>
    public sealed record Done(ImmutableArray<SideContent> Sides, ImmutableArray<DelegationCode> Changed) : RecordDecision;

    /// <summary>It is refused; nothing changes.</summary>
    public sealed record Refuse(Refusal Refusal) : RecordDecision;
}

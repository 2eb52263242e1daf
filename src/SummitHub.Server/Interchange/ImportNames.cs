using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Interchange;

/// <summary>The names that the files have declared so far, for those that refer to them.</summary>
internal sealed class ImportNames
{
    /// <summary>The delegations.</summary>
    public HashSet<DelegationCode> Delegations { get; } = [];

    /// <summary>The venues.</summary>
    public HashSet<VenueId> Venues { get; } = [];

    /// <summary>The meetings.</summary>
    public HashSet<MeetingId> Meetings { get; } = [];
}

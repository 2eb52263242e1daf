using SummitHub.Domain.Programme;
using SummitHub.Domain.Programme.Audiences;

namespace SummitHub.Grains.Programme;

/// <summary>A replica as it stands at one moment; good only inside the call that was given it.</summary>
/// <param name="Epoch">The log's epoch.</param>
/// <param name="State">The fold of the log.</param>
/// <param name="Audiences">Who saw what change.</param>
public readonly record struct ReplicaView(Guid Epoch, ProgrammeState State, AudienceHistory Audiences);

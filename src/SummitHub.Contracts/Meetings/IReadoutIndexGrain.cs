using System.Collections.Immutable;
using SummitHub.Contracts.Programme;

namespace SummitHub.Contracts.Meetings;

/// <summary>Where the public readouts of a summit are to be found. Its key is the summit's name.</summary>
[Alias("summithub.IReadoutIndexGrain"), GrainInterfaceType("summithub.readout-index")]
public interface IReadoutIndexGrain : IGrainWithStringKey
{
    /// <summary>Notes that a readout of the meeting is about to be public. Durable when it is answered; said again it changes nothing.</summary>
    [Alias("Note")]
    Task Note(MeetingId meeting);

    /// <summary>Meetings of which there may be a readout: whether there is one, the meeting itself says. The one noted last is last.</summary>
    [Alias("Read")]
    Task<ImmutableArray<MeetingId>> Read();
}

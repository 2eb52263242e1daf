using SummitHub.Contracts.Access;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;

namespace SummitHub.Server.Interchange;

/// <summary>One operation that is known beforehand, by an import or a script. Its name is fixed, so that what was cut off is finished by doing it again.</summary>
internal abstract record SummitStep;

/// <summary>A step of the programme.</summary>
/// <param name="Operation">What is asked.</param>
/// <param name="OverrideReason">With what reason the desk asks again where a rule says no; null where that is a fault.</param>
internal sealed record ProgrammeStep(Operation Operation, string? OverrideReason = null) : SummitStep
{
    /// <summary>
    /// What the desk asks where a rule has said no: the same, in its own name and with its reason. Null where a refusal is a fault. That
    /// the name is taken is none: the desk may have done it before, which its own operation then answers.
    /// </summary>
    public Operation? After(Refusal refusal) => OverrideReason is null || refusal.Reason is not (<= RefusalReason.RoomUnavailableThen or RefusalReason.AlreadyExists)
        ? null
        : Operation with
        {
            Actor = Operation.Actor with { Id = $"{Operation.Actor.Id}-desk", Name = $"{Operation.Actor.Name} (protocol desk)", Role = Role.Desk },
            OverrideReason = OverrideReason,
        };
}

/// <summary>A step of one meeting's record.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Operation">What is done.</param>
internal sealed record RecordStep(MeetingId Meeting, RecordOperation Operation) : SummitStep;

using SummitHub.Contracts.Summits;

namespace SummitHub.Grains.Delegations;

/// <summary>Told, in the process where a delegation's grain lives, that its inbox has another revision, so that open boards may show it.</summary>
public interface INoticeBell
{
    /// <summary>The inbox has changed and that is durable. Best effort, and must not block or throw: the inbox is the truth.</summary>
    void Rang(SummitId summit, DelegationCode delegation, long revision);
}

/// <summary>The bell of a server without boards.</summary>
internal sealed class SilentBell : INoticeBell
{
    /// <inheritdoc/>
    public void Rang(SummitId summit, DelegationCode delegation, long revision)
    {
    }
}

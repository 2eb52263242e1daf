using SummitHub.Contracts.Summits;

namespace SummitHub.Grains.Access;

/// <summary>Told, in the process where a summit's access is kept, that it has another revision, so that its server need not wait for its next look.</summary>
public interface IAccessBell
{
    /// <summary>The access has changed and that is durable. Best effort, and must not block or throw: servers look each second.</summary>
    void Rang(SummitId summit, long revision);
}

/// <summary>The bell of a server that lets nobody in.</summary>
internal sealed class SilentAccessBell : IAccessBell
{
    /// <inheritdoc/>
    public void Rang(SummitId summit, long revision)
    {
    }
}

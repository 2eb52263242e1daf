using SummitHub.Contracts.Programme;

namespace SummitHub.Domain.Programme;

/// <summary>What was decided of an operation.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>It is accepted: the entry to apply and append.</summary>
    public sealed record Accept(LogEntry Entry) : Decision;

    /// <summary>It was accepted before, under the same id.</summary>
    public sealed record Repeat(long Position) : Decision;

    /// <summary>It is refused; nothing changes. What is in the way is already cut to what the asker may read.</summary>
    public sealed record Refuse(Refusal Refusal) : Decision;
}

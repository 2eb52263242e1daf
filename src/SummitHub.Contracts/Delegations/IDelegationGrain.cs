using System.Collections.Immutable;
using Orleans.Concurrency;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Notices;

namespace SummitHub.Contracts.Delegations;

/// <summary>The people and the inbox of one delegation. Its key is <c>summit/code</c>.</summary>
[Alias("summithub.IDelegationGrain"), GrainInterfaceType("summithub.delegation")]
public interface IDelegationGrain : IGrainWithStringKey
{
    /// <summary>Says that the log may hold entries for this delegation. Best effort: the cursor over the log is the truth.</summary>
    [Alias("Nudge"), OneWay]
    Task Nudge();

    /// <summary>
    /// The newest notices first, at most <see cref="Inbox.MostItems"/>. Each change of the log is there exactly once. Null for who may not
    /// read them: only the full staff does, since notices tell of confidential meetings and of records.
    /// </summary>
    [Alias("Read")]
    Task<Inbox?> Read(Actor actor);

    /// <summary>
    /// Takes note of a notice for the delegation. Durable; repeating it changes nothing. A notice in whose place a later one stands is
    /// not taken note of, and the later one stays as it is: who read the earlier one does not know the later one.
    /// </summary>
    [Alias("TakeNote")]
    Task<NoteTaken> TakeNote(Actor actor, NoticeId notice, DateTimeOffset at);

    /// <summary>
    /// What nobody of the delegation has taken note of, the newest first, as far as others than its own people may be told: nothing of records.
    /// For servers, who ask whether the reader may know of the meetings. Best effort: it may be a second old.
    /// </summary>
    [Alias("Open")]
    Task<ImmutableArray<InboxItem>> Open();

    /// <summary>The delegation's staff.</summary>
    [Alias("Staff")]
    Task<ImmutableArray<Actor>> Staff();

    /// <summary>Puts somebody on the staff, or changes what he is. Durable.</summary>
    [Alias("Appoint")]
    Task Appoint(Actor member);

    /// <summary>Forgets everything, when a sample starts over.</summary>
    [Alias("Clear")]
    Task Clear();
}

/// <summary>What a delegation has been told.</summary>
/// <param name="Revision">How often the inbox has changed.</param>
/// <param name="Unread">How many notices nobody has taken note of.</param>
/// <param name="Items">The newest first.</param>
[GenerateSerializer, Immutable, Alias("summithub.Inbox")]
public sealed record Inbox(
    [property: Id(0)] long Revision,
    [property: Id(1)] int Unread,
    [property: Id(2)] ImmutableArray<InboxItem> Items)
{
    /// <summary>The most notices an inbox keeps; older acknowledged ones go first.</summary>
    public const int MostItems = 500;
}

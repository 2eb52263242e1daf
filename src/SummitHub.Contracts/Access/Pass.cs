namespace SummitHub.Contracts.Access;

/// <summary>What lets somebody in: a session, a token, a display or a calendar, as it is stored. The secret itself is nowhere.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Secret">By what it is found.</param>
/// <param name="Holder">Who is let in by it.</param>
/// <param name="Label">What it is called by its holder, or the browser it is in: at most 80 characters.</param>
/// <param name="By">How it came to be.</param>
/// <param name="IssuedAt">Since when it holds.</param>
/// <param name="ExpiresAt">Until when it holds at the latest.</param>
/// <param name="Idle">For how long it may lie unused; null where that ends nothing.</param>
/// <param name="SeenAt">When it was used last, to within some minutes.</param>
/// <param name="Scopes">What it may be used for.</param>
/// <param name="Board">The scope of the one board it reads, as in <c>Watch</c>, or of the calendar; null for who may see what his role sees.</param>
/// <param name="EndedAt">When it was ended; null while it was not.</param>
/// <param name="EndedBy">Who ended it, by name.</param>
/// <param name="Revision">The revision of the summit's access at which it last changed.</param>
[GenerateSerializer, Immutable, Alias("summithub.Pass")]
public sealed record Pass(
    [property: Id(0)] PassId Id,
    [property: Id(1)] PassKind Kind,
    [property: Id(2)] SecretHash Secret,
    [property: Id(3)] Actor Holder,
    [property: Id(4)] string Label,
    [property: Id(5)] SignIn By,
    [property: Id(6)] DateTimeOffset IssuedAt,
    [property: Id(7)] DateTimeOffset ExpiresAt,
    [property: Id(8)] TimeSpan? Idle,
    [property: Id(9)] DateTimeOffset SeenAt,
    [property: Id(10)] Scopes Scopes,
    [property: Id(11)] string? Board,
    [property: Id(12)] DateTimeOffset? EndedAt,
    [property: Id(13)] string? EndedBy,
    [property: Id(14)] long Revision)
{
    /// <summary>When it is over: it was ended, has expired, or lay unused for too long.</summary>
    public DateTimeOffset OverAt => EndedAt ?? (Idle is { } idle && SeenAt + idle < ExpiresAt ? SeenAt + idle : ExpiresAt);

    /// <summary>Whether it lets its holder in.</summary>
    public bool HoldsAt(DateTimeOffset now) => now < OverAt;
}

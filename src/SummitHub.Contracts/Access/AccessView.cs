using System.Collections.Immutable;

namespace SummitHub.Contracts.Access;

/// <summary>Who is let in and by what, as somebody may know it: himself, and those he answers for.</summary>
/// <param name="People">The people he answers for, by name.</param>
/// <param name="Invitations">Their invitations, the newest first.</param>
/// <param name="Own">His own passes that hold, the latest used first.</param>
/// <param name="Others">The passes that hold of those he answers for, and the summit's displays for the desk.</param>
[GenerateSerializer, Immutable, Alias("summithub.AccessView")]
public sealed record AccessView(
    [property: Id(0)] ImmutableArray<Member> People,
    [property: Id(1)] ImmutableArray<Invitation> Invitations,
    [property: Id(2)] ImmutableArray<Pass> Own,
    [property: Id(3)] ImmutableArray<Pass> Others);

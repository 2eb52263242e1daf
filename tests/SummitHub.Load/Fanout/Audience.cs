namespace SummitHub.Load.Fanout;

/// <summary>Boards that see the same.</summary>
/// <param name="Name">The sample's name of it: <c>desk</c>, <c>wall</c> or a delegation's code.</param>
/// <param name="Boards">How many look.</param>
/// <param name="Cookie">The session that lets them in; null for the bare hub, which takes the name for it.</param>
/// <param name="Cursor">Where the page that they opened stands, as every page comes rendered; null for the bare hub.</param>
internal sealed record Audience(string Name, int Boards, string? Cookie, string? Cursor)
{
    /// <summary>The mix of a high-level week: a few walls and desks, and the delegations in equal parts.</summary>
    public static IReadOnlyList<Audience> Mix(int boards, IReadOnlyList<string> delegations)
    {
        int walls = Math.Max(1, boards * 30 / 2500), desks = Math.Max(1, boards * 70 / 2500), rest = boards - walls - desks;
        return
        [
            new("wall", walls, null, null), new("desk", desks, null, null),
            .. delegations.Select((code, i) => new Audience(code, (rest / delegations.Count) + (i < rest % delegations.Count ? 1 : 0), null, null))
                .Where(one => one.Boards > 0),
        ];
    }
}

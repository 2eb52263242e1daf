using System.Collections.Immutable;
using SummitHub.Contracts.Access;

namespace SummitHub.Domain.Access;

/// <summary>All that lets people in to one summit, as it is stored. Rules make the next book of it; nothing changes in place.</summary>
[GenerateSerializer, Immutable, Alias("summithub.AccessBook")]
public sealed record AccessBook
{
    /// <summary>How often it has changed.</summary>
    [Id(0)]
    public long Revision { get; init; }

    /// <summary>Who asks what has changed since before this revision is told everything: what ended since may be forgotten.</summary>
    [Id(1)]
    public long Floor { get; init; }

    /// <summary>The passes, in the order in which they were issued.</summary>
    [Id(2)]
    public ImmutableArray<Pass> Passes { get; init; } = [];

    // What was stored before there were people, invitations and notes lacks these fields, and reading it runs no initializer.

    /// <summary>The people who were let in, in the order in which they came.</summary>
    [Id(3)]
    public ImmutableArray<Member> Members { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The invitations, in the order in which they were made.</summary>
    [Id(4)]
    public ImmutableArray<Invitation> Invitations { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>How many notes for the audit were ever made.</summary>
    [Id(5)]
    public long Notes { get; init; }

    /// <summary>The notes that the audit may not have yet.</summary>
    [Id(6)]
    public ImmutableArray<AuditNote> Unaudited { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>A pass by its name.</summary>
    public Pass? Pass(PassId id) => Passes.FirstOrDefault(p => p.Id == id);

    /// <summary>A person by his name, removed or not.</summary>
    public Member? Member(string id) => Members.FirstOrDefault(m => m.Who.Id == id);

    /// <summary>An invitation by its name.</summary>
    public Invitation? Invitation(InvitationId id) => Invitations.FirstOrDefault(i => i.Id == id);

    /// <summary>What has changed among the passes since a revision.</summary>
    public PassChanges Since(long revision) => revision < Floor || revision > Revision
        ? new(Revision, Whole: true, Passes)
        : new(Revision, Whole: revision == 0, revision == Revision ? [] : [.. Passes.Where(p => p.Revision > revision)]);

    /// <summary>The book without the notes that the audit has, up to a number.</summary>
    public AccessBook AuditedUpTo(long number) =>
        Unaudited.IsEmpty || Unaudited[0].Number > number ? this : this with { Unaudited = Unaudited.RemoveAll(n => n.Number <= number) };

    /// <summary>The book at its next revision, without what is long over.</summary>
    internal AccessBook Next(DateTimeOffset now)
    {
        var kept = Passes.RemoveAll(p => now - p.OverAt >= AccessLimits.Remembered);
        var floor = kept.Length == Passes.Length ? Floor : Math.Max(Floor, Passes.Where(p => now - p.OverAt >= AccessLimits.Remembered).Max(p => p.Revision));
        return this with
        {
            Revision = Revision + 1,
            Floor = floor,
            Passes = kept,
            Invitations = Invitations.RemoveAll(i => now - i.ExpiresAt >= AccessLimits.InvitationRemembered),
        };
    }

    /// <summary>The book with passes changed or added, at this revision.</summary>
    internal AccessBook With(params IEnumerable<Pass> changed)
    {
        var passes = Passes;
        foreach (var pass in changed) passes = Set(passes, passes.FirstOrDefault(p => p.Id == pass.Id), pass with { Revision = Revision });
        return this with { Passes = passes };
    }

    /// <summary>The book with an invitation changed or added.</summary>
    internal AccessBook With(params IEnumerable<Invitation> changed)
    {
        var invitations = Invitations;
        foreach (var invitation in changed) invitations = Set(invitations, invitations.FirstOrDefault(i => i.Id == invitation.Id), invitation);
        return this with { Invitations = invitations };
    }

    /// <summary>The book with a person changed or added.</summary>
    internal AccessBook With(Member member) => this with { Members = Set(Members, Member(member.Who.Id), member) };

    /// <summary>The book with a note for the audit.</summary>
    internal AccessBook Noting(AuditEntry entry) => this with { Notes = Notes + 1, Unaudited = Unaudited.Add(new(Notes + 1, entry)) };

    private static ImmutableArray<T> Set<T>(ImmutableArray<T> all, T? before, T now)
        where T : class =>
        before is null ? all.Add(now) : all.Replace(before, now, ReferenceEqualityComparer.Instance);
}

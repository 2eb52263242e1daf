using SummitHub.Contracts.Access;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;

namespace SummitHub.Domain.Tests.Access;

public sealed class PassesTests
{
    private static readonly DateTimeOffset Noon = new(2019, 9, 24, 16, 0, 0, TimeSpan.Zero);
    private static readonly DelegationCode Kaz = DelegationCode.Parse("KAZ");
    private static readonly Actor Aliya = new("kaz-aliya", "Aliya", Role.Notetaker, Kaz);

    [Theory]
    [InlineData(SignIn.Invitation, 14 * 24, 3 * 24)]
    [InlineData(SignIn.Sample, 14 * 24, 3 * 24)]
    [InlineData(SignIn.Provider, 12, 4)]
    public void A_session_holds_until_it_expires_or_lies_idle(SignIn by, int hours, int idleHours)
    {
        var pass = Admit(new(), "s1", Noon, by).Passes[0];

        Assert.True(pass.HoldsAt(Noon));
        Assert.True(pass.HoldsAt(Noon.AddHours(idleHours).AddSeconds(-1)));
        Assert.False(pass.HoldsAt(Noon.AddHours(idleHours)));
        var used = pass with { SeenAt = Noon.AddHours(hours).AddSeconds(-1) };
        Assert.True(used.HoldsAt(Noon.AddHours(hours).AddSeconds(-1)));
        Assert.False(used.HoldsAt(Noon.AddHours(hours)));
    }

    [Fact]
    public void Admitting_again_under_the_same_name_changes_nothing()
    {
        var book = Admit(new(), "s1", Noon);
        var (again, reply) = Passes.Admit(book, Ask("s1") with { Secret = SecretHash.Of("other") }, Noon.AddMinutes(1));

        Assert.Same(book, again);
        Assert.Equal(book.Passes[0], reply.Pass);
    }

    [Fact]
    public void An_ended_pass_lets_nobody_in_and_ending_it_again_changes_nothing()
    {
        var book = Admit(new(), "s1", Noon);
        var (ended, refusal) = Passes.End(book, Aliya, PassId.Parse("s1"), Noon.AddHours(1));

        Assert.Null(refusal);
        Assert.False(ended.Passes[0].HoldsAt(Noon.AddHours(1)));
        Assert.Equal((Noon.AddHours(1), "Aliya", 2L), (ended.Passes[0].EndedAt, ended.Passes[0].EndedBy, ended.Passes[0].Revision));
        Assert.Same(ended, Passes.End(ended, Aliya, PassId.Parse("s1"), Noon.AddHours(2)).Book);
    }

    [Theory]
    [InlineData(Role.Desk, null, true)]
    [InlineData(Role.Chief, "KAZ", true)]
    [InlineData(Role.Chief, "POL", false)]
    [InlineData(Role.Chief, null, false)]
    [InlineData(Role.ControlOfficer, "KAZ", false)]
    [InlineData(Role.Press, "KAZ", false)]
    [InlineData(Role.Display, null, false)]
    public void A_pass_is_ended_by_the_desk_its_chief_and_nobody_else_and_others_do_not_learn_of_it(Role role, string? code, bool may)
    {
        var book = Admit(new(), "s1", Noon);
        var by = new Actor("other", "Other", role, code is null ? null : DelegationCode.Parse(code));

        Assert.Equal(may ? null : new AccessRefusal(AccessRefusalReason.NoSuchPass, "There is no pass s1."), Passes.End(book, by, PassId.Parse("s1"), Noon).Refusal);
        Assert.Equal(AccessRefusalReason.NoSuchPass, Passes.End(book, by, PassId.Parse("s2"), Noon).Refusal!.Reason);
    }

    [Fact]
    public void Uses_are_stored_in_steps_of_minutes_and_never_wake_what_is_over()
    {
        var book = Admit(Admit(new(), "s1", Noon), "s2", Noon);
        book = Passes.End(book, Aliya, PassId.Parse("s2"), Noon).Book;

        Assert.Same(book, Passes.Seen(book, [Use("s1", Noon.AddMinutes(9)), Use("s2", Noon.AddMinutes(30)), Use("s9", Noon.AddMinutes(30))], Noon.AddHours(1)));
        var seen = Passes.Seen(book, [Use("s1", Noon.AddMinutes(20)), Use("s1", Noon.AddMinutes(40))], Noon.AddHours(1));
        Assert.Equal(Noon.AddMinutes(40), seen.Passes[0].SeenAt);
        // A use of the future, or one after the pass had lapsed, is no use.
        Assert.Same(book, Passes.Seen(book, [Use("s1", Noon.AddHours(2))], Noon.AddHours(1)));
        Assert.Same(book, Passes.Seen(book, [Use("s1", Noon.AddDays(4))], Noon.AddDays(5)));
    }

    [Fact]
    public void One_person_has_so_many_sessions_and_the_longest_unused_goes()
    {
        var book = new AccessBook();
        for (var i = 0; i < AccessLimits.MostSessionsOfOne; i++) book = Admit(book, $"s{i}", Noon.AddSeconds(i));
        book = Passes.Seen(book, [Use("s0", Noon.AddHours(1))], Noon.AddHours(1));
        book = Admit(book, "more", Noon.AddHours(1));

        Assert.Equal("s1", Assert.Single(book.Passes, p => p.EndedAt is not null).Id.Value);
        Assert.Equal(AccessLimits.MostSessionsOfOne, book.Passes.Count(p => p.HoldsAt(Noon.AddHours(1))));
    }

    [Fact]
    public void A_summit_has_so_many_passes()
    {
        var book = Admit(new(), "s1", Noon);
        var many = book with { Passes = [.. Enumerable.Range(0, AccessLimits.MostPasses).Select(i => book.Passes[0] with { Id = PassId.Parse($"p{i}"), Holder = Aliya with { Id = $"h{i}" } })] };

        var (same, reply) = Passes.Admit(many, Ask("more"), Noon);
        Assert.Same(many, same);
        Assert.Equal(AccessRefusalReason.TooMany, reply.Refusal!.Reason);
        // What is over makes room.
        Assert.NotNull(Passes.Admit(many, Ask("more"), Noon.AddDays(4)).Reply.Pass);
    }

    [Fact]
    public void Servers_are_told_what_changed_or_everything_where_that_is_forgotten()
    {
        var book = Admit(Admit(new(), "s1", Noon), "s2", Noon);
        Assert.Equal(["s2"], book.Since(1).Passes.Select(p => p.Id.Value));
        Assert.Empty(book.Since(2).Passes);
        Assert.True(book.Since(0).Whole);
        // A server that is ahead of the book saw another one.
        Assert.True(book.Since(3).Whole);

        book = Passes.End(book, Aliya, PassId.Parse("s1"), Noon.AddMinutes(1)).Book;
        Assert.Equal(["s1"], book.Since(2).Passes.Select(p => p.Id.Value));
        book = Admit(book, "s3", Noon.AddMinutes(2) + AccessLimits.Remembered);
        Assert.Equal(["s2", "s3"], book.Passes.Select(p => p.Id.Value));
        Assert.Equal((true, 2), (book.Since(2).Whole, book.Since(2).Passes.Length));
        Assert.Equal((false, 1), (book.Since(3).Whole, book.Since(3).Passes.Length));
    }

    private static AccessBook Admit(AccessBook book, string id, DateTimeOffset now, SignIn by = SignIn.Invitation) => Passes.Admit(book, Ask(id) with { By = by }, now).Book;

    private static Admission Ask(string id) => new(PassId.Parse(id), SecretHash.Of(id), Aliya, SignIn.Invitation, "Firefox");

    private static PassSeen Use(string id, DateTimeOffset at) => new(PassId.Parse(id), at);
}

using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Notices;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;
using SummitHub.Domain.Access;
using SummitHub.Domain.Meetings;
using SummitHub.Grains.Delegations;
using SummitHub.Grains.Keys;
using SummitHub.Grains.Meetings;

namespace SummitHub.Grains.Tests.Storage;

/// <summary>What was stored yesterday is read tomorrow: the bytes of every stored state are pinned. Add fields under new ids; never edit a line here.</summary>
public sealed class StoredStatesTests : IDisposable
{
    private static readonly DelegationCode Kaz = DelegationCode.Parse("KAZ");
    private static readonly DateTimeOffset Noon = new(2019, 9, 24, 16, 0, 0, TimeSpan.Zero);
    private static readonly Pass Session = new(
        PassId.Parse("s1"), PassKind.Session, new(1, 2), new("kaz-chief", "Aliya", Role.Chief, Kaz), "Firefox", SignIn.Invitation, Noon, Noon.AddDays(14),
        TimeSpan.FromDays(3), Noon, Scopes.All, null, null, null, 3);

    private static readonly InboxItem Noted = new(
        new(NoticeId.Parse("9-0-m"), MeetingId.Parse("m"), 1, Noon, "moved", "Desk", "Fog.", null, new(Interval.Of(Noon, TimeSpan.FromHours(1)), VenueId.Parse("booth-03")), [Kaz], false), "Aliya", Noon);

    private readonly ServiceProvider _services = new ServiceCollection().AddSerializer().BuildServiceProvider();

    [Fact]
    public void A_sides_content_keeps_its_bytes() => Keeps(
        new SideContent(Kaz, 3, Settlement.WithItems, new(["energy"], "Ask."),
        [
            new(
                new(
                    ItemId.Parse("trade"), OutcomeKind.Commitment, Kaz, "Doubled.", "en", "trade", 5.5m, "USD", Kaz, new DateOnly(2020, 1, 1), [new("kk", "Екі есе.")],
                    false, "Aktau", new(new(2019, 10, 1), new(2019, 12, 31)), Sensitivity.BetweenSides, ItemId.Parse("old"), ItemId.Parse("wrong")),
                ItemStage.Agreed, 1, [Kaz], null, new("Aliya", Noon)),
        ],
        [new(Noon, Kaz, "Aliya", RecordDeed.Countered, ItemId.Parse("trade"), "Doubled.")],
        [new("ru", "О встрече", "Сегодня", [new(Kaz, ItemId.Parse("trade"))])],
        [new(Kaz, "ru", 2, "О встрече", "Сегодня", ["Доверие"], Noon)]),
        "20E820E840074B415AE0010D010121E820200003410D656E65726779E0E0410941736B2EE02120000321E820E820E8400B7472616465E0011921E8C0"
        + "07E04111446F75626C65642E4105656EC125412100000100000000003700000000000000410755534421E8C007E06190400B002120000321E840056B"
        + "6B411DD095D0BAD19620D0B5D181D0B52EE0E0E00101410B416B74617521E86034400B00618F400B00E0010521E840076F6C64E021E8400B77726F6E"
        + "67E0E0010901052120000321E8C007E0E0E0C10121E8400B416C69796121800040DD400841D708810000000000000000E0E0E0E0E02120000321E820"
        + "800040DD400841D708810000000000000000E021E8C007E0C16F012121E8C025E0C12DE0E0E02120000321E8400572754123D09E20D0B2D181D182D1"
        + "80D0B5D187D0B5411DD0A1D0B5D0B3D0BED0B4D0BDD18F2120000321E820E8C007E021E8C025E0E0E0E0E0E0E02120000321E820E8C007E0C19B0109"
        + "C19DC19F21200003411DD094D0BED0B2D0B5D180D0B8D0B5E0E021800040DD400841D708810000000000000000E0E0E0E0E0");

    [Fact]
    public void A_sides_content_of_before_there_were_trails_and_readouts_is_still_read()
    {
        var content = _services.GetRequiredService<Serializer<SideContent>>().Deserialize(Convert.FromHexString(
            "20E820E840074B415AE0010D010121E820200003410D656E65726779E0E0410941736B2EE02120000321E820E820E8400B7472616465E0011921E8C0"
            + "07E04111446F75626C65642E4105656EC125412100000100000000003700000000000000410755534421E8C007E06190400B002120000321E840056B"
            + "6B411DD095D0BAD19620D0B5D181D0B52EE0E0E00101E0010901052120000321E8C007E0E0E0C101E0E0E0E0"))!.Whole();

        Assert.Equal(("Doubled.", Sensitivity.Ordinary, null), (content.Items[0].Item.Text, content.Items[0].Item.Sensitivity, content.Items[0].Item.Window));
        Assert.Equal((3, 0, 0, 0), (content.Revision, content.Trail.Length, content.Readouts.Length, content.Published.Length));
    }

    [Fact]
    public void Where_readouts_are_keeps_its_bytes() => Keeps(new ReadoutIndex { Meetings = [MeetingId.Parse("m")] }, "20E82020000321E840036DE0E0E0E0");

    [Fact]
    public void A_meetings_record_keeps_its_bytes() => Keeps(
        new MeetingRecord
        {
            Sides = [new(Kaz, [1, 2, 3])],
            Revision = 4,
            Done = [new(5, 6)],
            Outbox = [new(4, [new(Kaz, RecordState.Drafted, 2)], [7, 8], Noon, new("record", "Aliya", Role.System, Kaz))],
        },
        "20E82020000321E820E840074B415AE04107010203E0E0E001112120000321E8000B010DE0E0E02120000321E800112120000321E820E8C00FE00105"
        + "0109E0E0E021200005010F0011E0E021800040DD400841D708810000000000000000E021E8400D7265636F7264410B416C697961012121E8C00FE001"
        + "01E0E0E0E0E0");

    [Fact]
    public void A_delegations_inbox_keeps_its_bytes() => Keeps(
        new DelegationInbox
        {
            Cursor = 9,
            Revision = 2,
            Items = [Noted with { Overtaken = new("moved", new(Interval.Of(Noon, TimeSpan.FromHours(1)), VenueId.Parse("booth-04")), Noon, 2) }],
        },
        "20E8002501092120000321E820E820E8400B392D302D6DE021E840036DE0010521800040DD400841D708810000000000000000E0410B6D6F76656441"
        + "094465736B4109466F672EC10121E820E820800040DD400841D708810000000000000000E0218000A8A1A21041D708810000000000000000E0E021E8"
        + "4011626F6F74682D3033E0E02120000321E840074B415AE0E0E00101E0410B416C69796121800040DD400841D708810000000000000000E021E8C023"
        + "21E820E820800040DD400841D708810000000000000000E0218000A8A1A21041D708810000000000000000E0E021E84011626F6F74682D3034E0E021"
        + "800040DD400841D708810000000000000000E00109E0C101E0E0E0E0");

    [Fact]
    public void An_inbox_from_before_notices_took_each_others_place_is_still_read()
    {
        var inbox = _services.GetRequiredService<Serializer<DelegationInbox>>().Deserialize(Convert.FromHexString(
            "20E8002501092120000321E820E820E8400B392D302D6DE021E840036DE0010521800040DD400841D708810000000000000000E0410B6D6F76656441"
            + "094465736B4109466F672EC10121E820E820800040DD400841D708810000000000000000E0218000A8A1A21041D708810000000000000000E0E021E8"
            + "4011626F6F74682D3033E0E02120000321E840074B415AE0E0E00101E0410B416C69796121800040DD400841D708810000000000000000E0E0E0E0E0"));

        Assert.Equivalent(new DelegationInbox { Cursor = 9, Revision = 2, Items = [Noted] }, inbox, strict: true);
    }

    [Fact]
    public void A_delegations_people_keep_their_bytes() =>
        Keeps(new DelegationPeople { Staff = [new("kaz-chief", "Aliya", Role.Chief, Kaz)] }, "20E82020000321E840136B617A2D6368696566410B416C697961010521E840074B415AE00101E0E0E0E0");

    [Fact]
    public void Who_is_let_in_keeps_its_bytes() => Keeps(
        new AccessBook
        {
            Revision = 3,
            Floor = 1,
            Passes = [Session],
            Members = [new(Session.Holder, Noon, "Protocol desk", Noon.AddDays(2), "Erlan")],
            Invitations =
            [
                new(InvitationId.Parse("i1"), new(3, 4), Session.Holder, new("desk", "Protocol desk", Role.Desk, null), Noon, Noon.AddDays(3), "Ill", Noon.AddHours(1), new(5, 6), Session.Id, null, null),
            ],
            Notes = 7,
            Unaudited = [new(7, new(Noon, AuditAct.Invited, Session.Holder, Kaz, "Aliya", "Ill", "127.0.0.1", 1))],
        },
        "20E8000D01052120000321E820E840057331E0010121E800030105E021E840136B617A2D6368696566410B416C697961010521E840074B415AE00101"
        + "E0410F46697265666F78010121800040DD400841D708810000000000000000E0218000C0A592084CD708810000000000000000E08100403D7F5B0200"
        + "0021800040DD400841D708810000000000000000E0017DC101C101C101010DE0E0E02120000321E8C01D21800040DD400841D7088100000000000000"
        + "00E0411B50726F746F636F6C206465736B218000C0B0959A42D708810000000000000000E0410B45726C616EE0E0E02120000321E820E840056931E0"
        + "21E800070109E0C11D21E840096465736BC15D0101C1010101E021800040DD400841D708810000000000000000E0218000801AC06343D70881000000"
        + "0000000000E04107496C6C218000A8A1A21041D708810000000000000000E021E8000B010DE021E8C013E0C101C101E0E0E0011D2120000321E8001D"
        + "21E820800040DD400841D708810000000000000000E0010DC11D21E8C027E0C121C19341133132372E302E302E310105E0E0E0E0E0");

    [Fact]
    public void Who_was_let_in_before_people_were_kept_is_still_read()
    {
        var book = _services.GetRequiredService<Serializer<AccessBook>>().Deserialize(Convert.FromHexString(
            "20E8000D01052120000321E820E840057331E0010121E800030105E021E840136B617A2D6368696566410B416C697961010521E840074B415AE00101"
            + "E0410F46697265666F78010121800040DD400841D708810000000000000000E0218000C0A592084CD708810000000000000000E08100403D7F5B0200"
            + "0021800040DD400841D708810000000000000000E0017DC101C101C101010DE0E0E0E0"));

        Assert.Equal(Session, Assert.Single(book!.Passes));
        Assert.Equal((3, 0, 0, 0), (book.Revision, book.Members.Length, book.Invitations.Length, book.Unaudited.Length));
    }

    [Fact]
    public void Data_keys_keep_their_bytes() => Keeps(new KeyRing { Keys = ImmutableDictionary<DelegationCode, WrappedKey>.Empty.Add(Kaz, new("1", [1, 2, 3])) }, "20E82020010321E840074B415AE020E84003314107010203E0E0C101E0E0");

    [Fact]
    public void The_audit_keeps_its_bytes() =>
        Keeps(new AuditPage(7, [new(Noon, AuditAct.SignedIn, Session.Holder, null, "Firefox", "Invitation", "127.0.0.1", 1)]), "20E8001D2120000321E820800040DD400841D708810000000000000000E0010121E840136B617A2D6368696566410B416C697961010521E840074B41"
        + "5AE00101E0C101410F46697265666F784115496E7669746174696F6E41133132372E302E302E310105E0E0E0E0");

    public void Dispose() => _services.Dispose();

    private void Keeps<T>(T state, string pinned)
    {
        var serializer = _services.GetRequiredService<Serializer<T>>();
        var bytes = Convert.ToHexString(serializer.SerializeToArray(state));
        Assert.True(pinned == bytes, $"The bytes are {bytes}");
        Assert.Equivalent(state, serializer.Deserialize(Convert.FromHexString(pinned)), strict: true);
    }
}

using System.Collections.Immutable;
using SummitHub.Contracts.Access;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Domain.Meetings;

/// <summary>The record while one operation writes on it: what a side does to its own part, and what it shows the others. Items are looked up as
/// one's own or another's, for two sides may have drafts of one name and neither may learn of the other's.</summary>
internal sealed class RecordPage(ImmutableArray<SideContent> before, DelegationCode side, Actor actor, Occasion occasion)
{
    private readonly SideContent[] _sides = [.. before];
    private readonly int _own = before.IndexOf(before.First(s => s.Side == side));

    /// <summary>Whose hand writes.</summary>
    public DelegationCode Side => side;

    /// <summary>Who writes, and whether he is the sample's script.</summary>
    public Actor Actor => actor;

    /// <summary>When, and on what meeting.</summary>
    public Occasion Occasion => occasion;

    /// <summary>The side's own part as it is now.</summary>
    public SideContent Own
    {
        get => _sides[_own];
        private set => _sides[_own] = value;
    }

    /// <summary>Carries a command out; says why where it does not.</summary>
    public Fault? Do(RecordCommand command) => command switch
    {
        WriteBrief brief => Write(brief.Brief),
        SettleRecord settle => Settle(settle.As),
        WriteReadout or PublishReadout or WithdrawReadout => new ReadoutDesk(this).Do(command),
        _ => new ItemDesk(this).Do(command),
    };

    /// <summary>What came of it: every side that changed has one more revision.</summary>
    public RecordDecision.Done Close()
    {
        var changed = ImmutableArray.CreateBuilder<DelegationCode>();
        for (var i = 0; i < _sides.Length; i++)
        {
            if (ReferenceEquals(_sides[i], before[i])) continue;
            _sides[i] = _sides[i] with { Revision = before[i].Revision + 1 };
            changed.Add(_sides[i].Side);
        }

        return new([.. _sides], changed.ToImmutable());
    }

    /// <summary>Puts the side's own part in its new form, within its limits.</summary>
    public Fault? Grow(SideContent grown)
    {
        if (RecordLimits.Size(grown) > RecordLimits.MostCharacters)
            return Fault.Bad($"A side's own part of a record holds at most {RecordLimits.MostCharacters} characters.");
        Own = grown;
        return null;
    }

    /// <summary>Shows an item to every side as it is now. Who cleared it stays with its own side.</summary>
    public void Share(ItemView item)
    {
        for (var i = 0; i < _sides.Length; i++)
        {
            var cleared = i == _own && _sides[i].Owns(item) ? item.Cleared : _sides[i].Same(item)?.Cleared;
            _sides[i] = _sides[i].With(item with { Cleared = cleared });
        }
    }

    /// <summary>Shows every side what its side has published, in the place of what it had published in that language.</summary>
    public void Share(string language, PublishedReadout? readout)
    {
        for (var i = 0; i < _sides.Length; i++)
        {
            var others = _sides[i].Published.RemoveAll(p => p.Side == side && p.Language == language);
            _sides[i] = _sides[i] with { Published = readout is null ? others : others.Add(readout) };
        }
    }

    /// <summary>Whether all sides have accepted it.</summary>
    public bool AcceptedByAll(ItemView item) => item.AcceptedBy.Length == _sides.Length;

    /// <summary>Writes a step of the side's own into its trail, or one that all see into every trail: without the name of who did it for the others.</summary>
    public Fault? Note(RecordDeed deed, ItemId? item, string? text, bool shared)
    {
        var own = Own.Trail.Count(s => RecordLimits.IsShared(s.Did));
        if (shared ? own >= RecordLimits.MostSharedSteps : Own.Trail.Length - own >= RecordLimits.MostOwnSteps)
            return new(RefusalReason.NotInThatPhase, "So much was done to the record that it takes no more.");
        var step = new TrailStep(occasion.At, side, actor.Name, deed, item, text);
        for (var i = 0; i < _sides.Length; i++)
        {
            if (i == _own) _sides[i] = _sides[i] with { Trail = _sides[i].Trail.Add(step) };
            else if (shared) _sides[i] = _sides[i] with { Trail = _sides[i].Trail.Add(step with { By = "" }) };
        }

        return null;
    }

    private Fault? Write(Brief brief)
    {
        if (RecordLimits.Fault(brief) is { } fault) return Fault.Bad(fault);
        if (brief.Notes == Own.Brief.Notes && brief.Topics.SequenceEqual(Own.Brief.Topics)) return null;
        return Grow(Own with { Brief = brief });
    }

    private Fault? Settle(Settlement settlement)
    {
        if (!Enum.IsDefined(settlement)) return Fault.Bad("A record is settled in no such way.");
        if (settlement is Settlement.WithItems && Own.Items.IsEmpty) return new(RefusalReason.NoSuchItem, "There is no item to settle with.");
        if (Own.Settled == settlement) return null;
        Own = Own with { Settled = settlement };
        return Note(RecordDeed.Settled, null, settlement.ToString(), shared: false);
    }
}

/// <summary>Why a command is not done.</summary>
internal readonly record struct Fault(RefusalReason Reason, string Detail)
{
    public static Fault Bad(string detail) => new(RefusalReason.NotWellFormed, detail);

    public static Fault Unknown(ItemId id) =>
        id.Value is null ? Bad("An item has a name.") : new(RefusalReason.NoSuchItem, $"There is no item {id} of that side in the record.");
}

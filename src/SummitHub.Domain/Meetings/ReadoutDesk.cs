using System.Collections.Immutable;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;

namespace SummitHub.Domain.Meetings;

/// <summary>What a side does to its readouts: each composes its own, and nobody is asked for his yes.</summary>
internal sealed class ReadoutDesk(RecordPage page)
{
    private SideContent Own => page.Own;

    /// <summary>Carries a command out; says why where it does not.</summary>
    public Fault? Do(RecordCommand command) => command switch
    {
        WriteReadout write => Write(write.Readout),
        PublishReadout publish => Publish(publish.Language),
        WithdrawReadout withdraw => Withdraw(withdraw.Language),
        _ => Fault.Bad("The command is of no known kind."),
    };

    private Fault? Write(Readout readout)
    {
        if (RecordLimits.Fault(readout) is { } fault) return Fault.Bad(fault);
        foreach (var name in readout.Items)
            if (Told(name, out _) is { } not) return not;
        var old = Own.Readouts.FirstOrDefault(r => r.Language == readout.Language);
        if (old is null && Own.Readouts.Length >= RecordLimits.MostLanguages) return Fault.Bad($"A side has readouts in at most {RecordLimits.MostLanguages} languages.");
        if (old is not null && old.Items.SequenceEqual(readout.Items) && old with { Items = [] } == readout with { Items = [] }) return null;
        return page.Grow(Own with { Readouts = old is null ? Own.Readouts.Add(readout) : Own.Readouts.Replace(old, readout) });
    }

    private Fault? Publish(string language)
    {
        if (page.Occasion.Confidential)
            return new(RefusalReason.NotInThatPhase, "A readout of a confidential meeting would tell that it was held.");
        if (!page.Occasion.Planned)
            return new(RefusalReason.NotInThatPhase, "A readout tells of a meeting that was held; this one has no hour yet.");
        if (Own.Readouts.FirstOrDefault(r => r.Language == language) is not { } readout)
            return new(RefusalReason.NoSuchItem, "There is no readout in that language.");
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var name in readout.Items)
        {
            if (Told(name, out var item) is { } not) return not;
            if (item!.Item.TextIn(language) is not { } line) return new(RefusalReason.NotInThatPhase, $"The item {name.Id} is not told in the language {language} yet.");
            lines.Add(line);
        }

        if (lines.Count == 0 && string.IsNullOrWhiteSpace(readout.Lead)) return Fault.Bad("A readout says something.");
        var before = Of(language);
        if (before is not null && before.Title == readout.Title && before.Lead == readout.Lead && before.Lines.SequenceEqual(lines))
            return new(RefusalReason.NothingWouldChange, "That is what is published.");
        var edition = 1 + Own.Trail.Count(s => s.Did == RecordDeed.Published && s.Side == page.Side && s.Text == language);
        page.Share(language, new(page.Side, language, edition, readout.Title, readout.Lead, lines.ToImmutable(), page.Occasion.At));
        return page.Note(RecordDeed.Published, null, language, shared: true);
    }

    private Fault? Withdraw(string language)
    {
        if (Of(language) is null) return new(RefusalReason.NoSuchItem, "No readout is published in that language.");
        page.Share(language, null);
        return page.Note(RecordDeed.Withdrawn, null, language, shared: true);
    }

    private PublishedReadout? Of(string language) => Own.Published.FirstOrDefault(p => p.Side == page.Side && p.Language == language);

    /// <summary>What may be told: what is agreed, and what its own side has cleared, unless it is to stay between the sides.</summary>
    private Fault? Told(ItemName name, out ItemView? item)
    {
        item = Own.Items.FirstOrDefault(i => i.Item.Id == name.Id && i.Item.Side == name.Side);
        if (item is null) return Fault.Unknown(name.Id);
        if (item.Item.Sensitivity is not Sensitivity.Ordinary) return new(RefusalReason.NotInThatPhase, $"The item {name.Id} is marked to stand in no readout.");
        return item.Stage == ItemStage.Agreed || (Own.Owns(item) && item.Cleared is not null)
            ? null
            : new(RefusalReason.NotInThatPhase, $"The item {name.Id} is neither agreed nor cleared by its own side.");
    }
}

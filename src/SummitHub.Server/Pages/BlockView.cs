using SummitHub.Server.Words;
using SummitHub.Contracts.Board;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Pages;

/// <summary>
/// What a block on the timeline, or an entry of an agenda, says. The client writes the same markup from the same row
/// (client/src/view.ts); a golden file holds the two together.
/// </summary>
/// <param name="Id">The meeting or commitment.</param>
/// <param name="Classes">Status and marks, as classes.</param>
/// <param name="Status">The status in words.</param>
/// <param name="Codes">The sides in letters, without the one whose row it is in.</param>
/// <param name="Parties">The sides in words.</param>
/// <param name="People">The persons who meet; empty where nobody is known.</param>
/// <param name="Place">Where; with a mark where that is an estimate.</param>
/// <param name="From">The hour it starts; with a mark where that is an estimate.</param>
/// <param name="Until">The hour it ends; with a mark where that is an estimate, as it is where the start or the length is one.</param>
/// <param name="Was">Where and when it was before it moved; null for never moved.</param>
/// <param name="Note">Why, or what is in the way; null for nothing.</param>
/// <param name="Sentence">All of that in one sentence.</param>
/// <param name="Address">Where it is told in full; null for nowhere.</param>
/// <param name="Start">Minutes from the day's local midnight.</param>
/// <param name="Length">How long, in minutes.</param>
public sealed record BlockView(
    string Id, string Classes, string Status, string Codes, string Parties, string People, string Place, string From, string Until,
    string? Was, string? Note, string Sentence, string? Address, int Start, int Length)
{
    /// <summary>Marks what is an estimate.</summary>
    public const string Estimate = "≈";

    /// <summary>A meeting that has an hour.</summary>
    /// <param name="row">The meeting.</param>
    /// <param name="own">The delegation in whose row or day it is; null for none.</param>
    /// <param name="day">The day.</param>
    /// <param name="naming">How things are called.</param>
    public static BlockView Of(MeetingRow row, DelegationCode? own, DateOnly day, Naming naming)
    {
        var words = naming.Words;
        var (start, end) = Expected(row);
        var others = row.Parties.Where(p => p.Delegation != own).ToList();
        var was = row.MovedFrom is { } moved ? words.Say("moved.was", ("slot", naming.Slot(moved, day))) : null;
        var note = IsBroken(row) ? words[$"rule.{Naming.Wire(row.Conflicts[0].Rule)}"] : row.LateCause is { Length: > 0 } cause ? Cause(cause, words) : row.MoveReason is { Length: > 0 } why ? Cause(why, words) : null;
        var view = new BlockView(
            row.Id.Value,
            ClassesOf(row),
            StatusOf(row, words),
            string.Join(" · ", others.Select(p => words.Apart(p.Delegation.Value))),
            string.Join(words["list.and"], others.Select(p => naming.Delegation(p.Delegation))),
            string.Join(" · ", others.Where(p => p.Name is not null).Select(naming.Person)),
            Marked(row, naming.Venue(row.Venue), "venue"),
            Marked(row, naming.Hour(start), "date", "start"),
            Marked(row, naming.Hour(end), "date", "start", "duration_minutes"),
            was,
            note,
            "",
            $"/summits/{naming.Summit.Id}/meetings/{row.Id}",
            naming.Minute(start, day),
            (int)(end - start).TotalMinutes);
        return view with { Sentence = view.InOneSentence(row.Simulated, words) };
    }

    /// <summary>A commitment: a block that is no meeting.</summary>
    public static BlockView Of(CommitmentRow row, DateOnly day, Naming naming)
    {
        var words = naming.Words;
        var view = new BlockView(
            row.Id.Value,
            $"commitment {Naming.Wire(row.Status)}",
            naming.Called("status", row.Status),
            words.Or($"commitment.{row.Kind}.short", words["commitment.short"]),
            words.Or($"commitment.{row.Kind}", words["commitment"]),
            string.Join(" · ", row.Principals.Select(naming.Person)),
            naming.Venue(row.Venue),
            (row.Estimated ? Estimate : "") + naming.Hour(row.Start),
            (row.Estimated ? Estimate : "") + naming.Hour(row.End),
            null,
            null,
            "",
            null,
            naming.Minute(row.Start, day),
            (int)(row.End - row.Start).TotalMinutes);
        return view with { Sentence = view.InOneSentence(simulated: false, words) };
    }

    /// <summary>When it is expected, or else planned; a meeting without an hour has no block.</summary>
    public static (DateTimeOffset Start, DateTimeOffset End) Expected(MeetingRow row)
    {
        var start = row.Start ?? row.PlannedStart ?? throw new ArgumentException($"The meeting {row.Id} has no hour.", nameof(row));
        return (start, row.End ?? row.PlannedEnd ?? start.AddMinutes(row.DurationMinutes));
    }

    /// <summary>The status in words, with the minutes where it is late.</summary>
    public static string StatusOf(MeetingRow row, Wording words) => IsBroken(row) ? words["status.conflict"]
        : row is { Status: MeetingStatus.Late, Start: { } start, PlannedStart: { } planned }
            ? words.Say("status.lateBy", ("minutes", (int)(start - planned).TotalMinutes))
            : words[$"status.{Naming.Wire(row.Status)}"];

    /// <summary>A cause or reason: one of the known ones in the reader's language, any other as it was written.</summary>
    public static string Cause(string cause, Wording words) =>
        words.Or($"cause.{cause}", words.Apart(cause.All(c => char.IsAsciiLetterLower(c) || c == '_') ? Wording.Plain(cause) : cause));

    /// <summary>Whether facts have broken it before it began, so that somebody must act; a conflict of what runs or is over is only noted.</summary>
    public static bool IsBroken(MeetingRow row) => row.Conflicts.Length > 0
        && (row.Status is MeetingStatus.Provisional or MeetingStatus.Confirmed or MeetingStatus.OnTheWay or MeetingStatus.Late);

    /// <summary>A text, marked where one of the fields it rests on is an estimate.</summary>
    public static string Marked(MeetingRow row, string text, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
            if (row.Estimated.Contains(field))
                return Estimate + text;
        return text;
    }

    private static string ClassesOf(MeetingRow row) =>
        Naming.Wire(row.Status) + (IsBroken(row) ? " conflict" : "") + (row.MovedFrom is not null ? " moved" : "") + (row.Proposal is not null ? " proposed" : "");

    private string InOneSentence(bool simulated, Wording words) => string.Join(
        " · ", new[] { $"{From}–{Until}", Parties, People, Place, Status, Was, Note, $"{From}{Until}".Contains(Estimate, StringComparison.Ordinal) ? words["estimated.hour"] : null, simulated ? words["simulated"] : null }.Where(part => part is { Length: > 0 }));
}

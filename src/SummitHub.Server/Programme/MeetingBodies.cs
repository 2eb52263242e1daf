using SummitHub.Contracts.Access;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Programme;

/// <summary>What every change may carry beside its own body.</summary>
public interface IChangeBody
{
    /// <summary>The desk's reason for going against rules or without keys.</summary>
    string? Override { get; }

    /// <summary>For whom the desk acts.</summary>
    OnBehalf? OnBehalf { get; }
}

/// <summary>The body of a verb, with what every change may carry.</summary>
public sealed record ChangeBody : VerbBody, IChangeBody
{
    /// <inheritdoc/>
    public string? Override { get; init; }

    /// <inheritdoc/>
    public OnBehalf? OnBehalf { get; init; }
}

/// <summary>One item of a batch: a verb on a meeting, with its own version.</summary>
public sealed record BatchItem : VerbBody
{
    /// <summary>The meeting.</summary>
    public required MeetingId Meeting { get; init; }

    /// <summary>The verb.</summary>
    public required string Verb { get; init; }

    /// <summary>The version the plan was made on.</summary>
    public long? Version { get; init; }
}

/// <summary>A batch: all of it or nothing.</summary>
public sealed record BatchBody : IChangeBody
{
    /// <summary>What is to be done, in order; at most 512.</summary>
    public required IReadOnlyList<BatchItem> Items { get; init; }

    /// <inheritdoc/>
    public string? Override { get; init; }

    /// <inheritdoc/>
    public OnBehalf? OnBehalf { get; init; }
}

/// <summary>A request for a meeting, or with a slot a booking by the desk.</summary>
public sealed record MeetingBody : IChangeBody
{
    /// <summary>Its name, if the desk chooses one; otherwise it is made from the operation.</summary>
    public MeetingId? Id { get; init; }

    /// <summary>Its sides, the one that asks first.</summary>
    public required IReadOnlyList<Party> Parties { get; init; }

    /// <summary>Its format.</summary>
    public MeetingFormat Format { get; init; }

    /// <summary>Who may know of it.</summary>
    public Visibility Visibility { get; init; }

    /// <summary>How long it is to last, in minutes.</summary>
    public int? DurationMinutes { get; init; }

    /// <summary>When, in order of preference.</summary>
    public IReadOnlyList<WindowBody>? Windows { get; init; }

    /// <summary>The kind of place wished for.</summary>
    public VenueKind? VenueKind { get; init; }

    /// <summary>Pairs of languages that are interpreted.</summary>
    public IReadOnlyList<string>? Interpretation { get; init; }

    /// <summary>What media do.</summary>
    public string? Media { get; init; }

    /// <summary>The start of the slot the desk books.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>The end of that slot.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Its place.</summary>
    public VenueId? Venue { get; init; }

    /// <summary>Whether it may be evicted.</summary>
    public bool Provisional { get; init; }

    /// <inheritdoc/>
    public string? Override { get; init; }

    /// <inheritdoc/>
    public OnBehalf? OnBehalf { get; init; }

    /// <summary>The command it is.</summary>
    /// <exception cref="BadHttpRequestException">It lacks something.</exception>
    public ProgrammeCommand Read(MeetingId name)
    {
        if (Windows?.Any(w => w is null) == true) throw new BadHttpRequestException("A window names 'start' and 'end'.");
        var terms = new MeetingTerms([.. Parties], Format, Visibility, [.. Interpretation ?? []], Media, [], null);
        if (Start is not null) return new BookMeeting(name, terms, MeetingVerbs.Slot(Start, End, Venue), Provisional);
        if (DurationMinutes is not { } minutes) throw new BadHttpRequestException("A request names 'durationMinutes', a booking 'start' and 'end'.");
        return new RequestMeeting(name, terms, minutes, [.. (Windows ?? []).Select(w => w.Read())], VenueKind);
    }
}

/// <summary>A window of time.</summary>
public sealed record WindowBody(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>As an interval.</summary>
    /// <exception cref="BadHttpRequestException">The end is not after the start.</exception>
    public Interval Read() => End > Start ? new Interval(Start, End) : throw new BadHttpRequestException("The end is not after the start.");
}

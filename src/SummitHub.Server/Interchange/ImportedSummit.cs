using System.Collections.Immutable;
using SummitHub.Contracts.Meetings;
using SummitHub.Contracts.Programme;
using SummitHub.Contracts.Summits;

namespace SummitHub.Server.Interchange;

/// <summary>What a folder says of a summit.</summary>
/// <param name="Summit">What it is founded with.</param>
/// <param name="EnteredAt">The summit's time at which the steps are done.</param>
/// <param name="Steps">What is done, in order.</param>
/// <param name="Commitments">Its commitments, in the order of their time.</param>
/// <param name="Meetings">Its meetings, in the order of their time.</param>
/// <param name="Records">What came out of its meetings, for whom a file says so.</param>
internal sealed record ImportedSummit(
    Summit Summit,
    DateTimeOffset EnteredAt,
    ImmutableArray<SummitStep> Steps,
    ImmutableArray<Commitment> Commitments,
    ImmutableArray<ImportedMeeting> Meetings,
    ImmutableArray<ImportedRecord> Records);

/// <summary>A meeting of which a file tells.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Terms">What it is.</param>
/// <param name="Slot">Its time and place.</param>
/// <param name="Briefs">What each side brings to it.</param>
internal sealed record ImportedMeeting(MeetingId Id, MeetingTerms Terms, Slot Slot, ImmutableArray<ImportedBrief> Briefs);

/// <summary>What one side brings to a meeting.</summary>
internal sealed record ImportedBrief(DelegationCode Side, Brief Brief);

/// <summary>What came out of a meeting.</summary>
internal sealed record ImportedRecord(MeetingId Meeting, ImmutableArray<ImportedItem> Items);

/// <summary>One thing that came out, as the side whose it is puts it.</summary>
/// <param name="Item">What it says.</param>
/// <param name="Offered">Whether its side offers it; else it stays a draft of its own, as our own suggestions do.</param>
/// <param name="Shared">Whether the source ascribes it to both sides, so that the other accepts it.</param>
internal sealed record ImportedItem(OutcomeItem Item, bool Offered, bool Shared);

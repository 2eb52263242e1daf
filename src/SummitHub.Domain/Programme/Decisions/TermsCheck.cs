using SummitHub.Contracts.Programme;

namespace SummitHub.Domain.Programme.Decisions;

/// <summary>What a new meeting may be made of.</summary>
internal static class TermsCheck
{
    private const int MostParties = 6;
    private const int MostTexts = 20;
    private const int MostPeople = 500;

    /// <summary>Why a new meeting cannot be; null where it can.</summary>
    public static Refusal? Wrong(Draft draft, MeetingId id, MeetingTerms terms)
    {
        if (id.Value is null) return Say.Malformed("A meeting needs a name.");
        if (draft.Meeting(id) is not null) return Say.No(RefusalReason.AlreadyExists, $"The name {id} is taken: take another.", id);
        if (terms is null || terms.Parties.IsDefault || terms.Parties.Length is < 2 or > MostParties)
            return Say.Malformed($"A meeting has 2 to {MostParties} sides.", id);
        for (var i = 0; i < terms.Parties.Length; i++)
            if (Wrong(draft, id, terms, i) is { } no)
                return no;
        if (terms.Interpretation.IsDefault || terms.Interpretation.Length > MostTexts || !terms.Interpretation.All(t => Texts.Good(t, Texts.LongestName))
            || terms.Estimated.IsDefault || terms.Estimated.Length > MostTexts || !terms.Estimated.All(t => Texts.Good(t, Texts.LongestName))
            || terms.Officer is "" || !Texts.Good(terms.Officer ?? "", Texts.LongestName) || !Texts.Good(terms.Media ?? "", Texts.LongestName) || !Texts.Good(terms.Source ?? "", Texts.LongestReason)
            || !Enum.IsDefined(terms.Format) || !Enum.IsDefined(terms.Visibility))
            return Say.Malformed("A text of the meeting is too long or holds control characters, or there are too many.", id);
        return null;
    }

    /// <summary>Whether a number of people can come.</summary>
    public static bool GoodPeople(int people) => people is >= 0 and <= MostPeople;

    private static Refusal? Wrong(Draft draft, MeetingId id, MeetingTerms terms, int at)
    {
        var party = terms.Parties[at];
        if (!draft.Setting.Has(party.Delegation)) return Say.No(RefusalReason.NoSuchDelegation, $"There is no delegation {party.Delegation.Value}.", id);
        for (var i = 0; i < at; i++)
            if (terms.Parties[i].Delegation == party.Delegation)
                return Say.Malformed($"{party.Delegation} is named twice.", id);
        if (draft.Setting.Principal(party.Principal) is not { } person || person.Delegation != party.Delegation)
            return Say.No(RefusalReason.NoSuchPrincipal, $"There is no principal {party.Principal.Value} of {party.Delegation}.", id);
        return GoodPeople(party.People) ? null : Say.Malformed($"Up to {MostPeople} people come.", id);
    }
}

namespace SummitHub.Contracts.Access;

/// <summary>What a pass may be used for; it never goes beyond what its holder may do himself.</summary>
[Flags]
[GenerateSerializer, Alias("summithub.Scopes")]
public enum Scopes
{
    /// <summary>Nothing but the board it names: a display.</summary>
    None = 0,

    /// <summary>To read boards, meetings, changes and notices.</summary>
    Read = 1,

    /// <summary>To change the programme and to take note of notices.</summary>
    Change = 2,

    /// <summary>To read and write the records of meetings.</summary>
    Record = 4,

    /// <summary>To read the audit.</summary>
    Audit = 8,

    /// <summary>To invite, to sign in elsewhere, to make and end passes: sessions alone.</summary>
    Manage = 16,

    /// <summary>All that its holder may do.</summary>
    All = Read | Change | Record | Audit | Manage,
}

namespace SummitHub.Contracts.Summits;

/// <summary>The rank of a principal, highest first, as in the speakers' list of the General Assembly.</summary>
[GenerateSerializer, Alias("summithub.Level")]
public enum Level
{
    /// <summary>Secretary-General.</summary>
    SG,

    /// <summary>Head of State.</summary>
    HS,

    /// <summary>Head of Government.</summary>
    HG,

    /// <summary>Vice-president.</summary>
    VP,

    /// <summary>Deputy prime minister.</summary>
    DPM,

    /// <summary>Minister.</summary>
    M,

    /// <summary>Chair of delegation.</summary>
    CD,

    /// <summary>Permanent representative.</summary>
    PR,
}

namespace SummitHub.Contracts.Delegations;

/// <summary>What became of an acknowledgement.</summary>
[GenerateSerializer, Alias("summithub.NoteTaken")]
public enum NoteTaken
{
    /// <summary>There is no such notice, or it is not the caller's to take note of.</summary>
    Unknown,

    /// <summary>The notice is taken note of, now or before.</summary>
    Noted,

    /// <summary>A later notice stands in its place, which nobody has taken note of by this.</summary>
    Overtaken,
}

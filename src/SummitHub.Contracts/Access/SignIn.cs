namespace SummitHub.Contracts.Access;

/// <summary>How somebody signed in.</summary>
[GenerateSerializer, Alias("summithub.SignIn")]
public enum SignIn
{
    /// <summary>By an invitation.</summary>
    Invitation,

    /// <summary>By an OpenID Connect provider.</summary>
    Provider,

    /// <summary>By a link of the sample, on the machine itself.</summary>
    Sample,

    /// <summary>Not by himself: a token or a display that somebody signed in has made.</summary>
    Issued,
}

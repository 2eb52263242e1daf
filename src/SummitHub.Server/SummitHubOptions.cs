using System.ComponentModel.DataAnnotations;

namespace SummitHub.Server;

/// <summary>How this server runs: the section <c>SummitHub</c> of the configuration, such as <c>SummitHub__Data</c>.</summary>
public sealed class SummitHubOptions : IValidatableObject
{
    /// <summary>What the process does: <c>all</c>, <c>silo</c> or <c>web</c>.</summary>
    [RegularExpression("all|silo|web", ErrorMessage = "SummitHub__Role is all, silo or web.")]
    public string Role { get; set; } = "all";

    /// <summary>The connection string of Redis; absent: the embedded store.</summary>
    public string? Redis { get; set; }

    /// <summary>The folder of the embedded store, keys and witness.</summary>
    [Required]
    public string Data { get; set; } = "data";

    /// <summary>The sample summit to open with, or <c>none</c>.</summary>
    [Required]
    public string Sample { get; set; } = "unga74";

    /// <summary>Where samples lie; absent: found beside the program or above the working folder.</summary>
    public string? Samples { get; set; }

    /// <summary>The port between silos; 0 takes a free one.</summary>
    [Range(0, 65535)]
    public int SiloPort { get; set; }

    /// <summary>The port for clients of the silo; 0 takes a free one.</summary>
    [Range(0, 65535)]
    public int GatewayPort { get; set; }

    /// <summary>How many calls one caller may make in a minute.</summary>
    [Range(1, 10_000_000)]
    public int CallsPerMinute { get; set; } = 600;

    /// <summary>How many times a minute strangers at one address may try to sign in.</summary>
    [Range(1, 10_000_000)]
    public int SignInsPerMinute { get; set; } = 60;

    /// <summary>Whether the process holds grains.</summary>
    public bool HoldsGrains => Role is "all" or "silo";

    /// <summary>Whether the process answers people.</summary>
    public bool AnswersPeople => Role is "all" or "web";

    /// <summary>The name of the sample; null for none.</summary>
    public string? SampleName => Sample == "none" ? null : Sample;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Role != "all" && Redis is null)
            yield return new ValidationResult($"The role {Role} needs servers to share a store: set SummitHub__Redis.");
        if (Redis is not null && SampleName is not null && Role != "all")
            yield return new ValidationResult("The sample summit has a clock of its own in one process: set SummitHub__Sample=none for the roles silo and web.");
    }
}

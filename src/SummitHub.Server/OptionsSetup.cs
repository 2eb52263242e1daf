using System.ComponentModel.DataAnnotations;

namespace SummitHub.Server;

/// <summary>Reads the options and checks them before anything else is set up by them.</summary>
internal static class OptionsSetup
{
    private const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>The options of this process.</summary>
    /// <exception cref="ValidationException">One of them is wrong; the message says which and what to set.</exception>
    public static SummitHubOptions AddSummitHubOptions(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("SummitHub").Get<SummitHubOptions>() ?? new SummitHubOptions();
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        options.Data = Path.GetFullPath(options.Data);
        if (options.KeyFile is { } keys) options.KeyFile = Path.GetFullPath(keys);
        if (builder.Environment.IsProduction() && !options.Insecure && options.Unsafe(builder.Configuration["urls"]).ToList() is { Count: > 0 } faults)
            throw new ValidationException($"In production this is not safe. {string.Join(' ', faults)} Or say that you know: SummitHub__Insecure=true.");
        builder.Services.AddSingleton(options);
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls(DefaultAddress);
        return options;
    }
}

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
        builder.Services.AddSingleton(options);
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls(DefaultAddress);
        return options;
    }
}

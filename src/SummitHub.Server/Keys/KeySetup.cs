using SummitHub.Grains.Keys;

namespace SummitHub.Server.Keys;

/// <summary>Reads the installation's keys before anything is opened by them.</summary>
internal static class KeySetup
{
    /// <summary>Adds the <see cref="KeyFile"/>. Where none is named and nothing is kept yet, one is made in the data folder: enough to try the product.</summary>
    /// <exception cref="KeysRefusedException">The keys are missing or of no use.</exception>
    public static IServiceCollection AddKeys(this IServiceCollection services, SummitHubOptions options) =>
        services.AddSingleton(options.KeyFile is { } path ? KeyFile.Load(path) : Own(options));

    private static KeyFile Own(SummitHubOptions options)
    {
        var path = Path.Combine(options.Data, "keys");
        if (!File.Exists(path) && File.Exists(Path.Combine(options.Data, SummitHubOptions.JournalFile)))
        {
            throw new KeysRefusedException(
                $"There is a log in {options.Data} but no key file {path}: without it the log cannot be checked, nor a record opened. Restore it from its "
                + "back-up. Only where nothing in it matters, delete the folder, and the server begins afresh.");
        }
        return KeyFile.LoadOrCreate(path);
    }
}

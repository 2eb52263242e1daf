using SummitHub.Load.Servers;

namespace SummitHub.Load.Kills;

/// <summary>A store that comes back with less than it acknowledged: its log is put back from an older copy, its witness is not.</summary>
internal static class Rollback
{
    /// <summary>Sets the log back by some bookings and starts the server; answers why it refused, or null where it did not: a fault.</summary>
    public static async Task<string?> Refusal(HubServer server, Victim victim, CancellationToken stop)
    {
        await server.Process.KillNow();
        var copy = Machine.NewFolder("copy");
        try
        {
            foreach (var file in Log(server.Data)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            await victim.Recover(stop);
            await victim.BookAndKill(4, TimeSpan.FromMilliseconds(500), stop);
            foreach (var file in Log(server.Data)) File.Delete(file);
            foreach (var file in Log(copy)) File.Copy(file, Path.Combine(server.Data, Path.GetFileName(file)));
            await victim.Recover(stop);
            return null;
        }
        catch (ServerRefusedException refused)
        {
            return refused.Message;
        }
        finally
        {
            Machine.Delete(copy);
        }
    }

    private static string[] Log(string folder) => Directory.GetFiles(folder, "journal.db*");
}

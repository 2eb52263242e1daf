namespace SummitHub.Load.Verbs;

/// <summary>Finds the verb, runs it, prints its line and turns the outcome into an exit code: 0 held, 1 did not, 2 could not run.</summary>
internal static class VerbTable
{
    /// <summary>Runs the verb named first.</summary>
    public static async Task<int> Run(IReadOnlyList<Verb> verbs, string[] args)
    {
        var verb = args.Length == 0 ? null : verbs.FirstOrDefault(one => one.Name == args[0]);
        if (verb is null)
        {
            foreach (var one in verbs.Where(one => one.What is not null)) await Console.Error.WriteLineAsync($"{one.Name,-12} {one.What}");
            return 2;
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, key) => { key.Cancel = true; stop.Cancel(); };
        try
        {
            var outcome = await verb.Run(Options.Parse(args.AsSpan(1)), stop.Token);
            Console.WriteLine(outcome.Line.ToJsonString());
            return outcome.Held ? 0 : 1;
        }
        catch (UsageException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return 2;
        }
    }
}

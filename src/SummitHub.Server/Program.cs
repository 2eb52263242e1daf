using System.ComponentModel.DataAnnotations;
using SummitHub.Grains.Journal;
using SummitHub.Grains.Keys;
using SummitHub.Grains.Programme;
using SummitHub.Server;
using SummitHub.Server.Access;
using SummitHub.Server.Board;
using SummitHub.Server.Delegations;
using SummitHub.Server.Feeds;
using SummitHub.Server.Journal;
using SummitHub.Server.Keys;
using SummitHub.Server.Pages;
using SummitHub.Server.Programme;
using SummitHub.Server.Sample;

try
{
    // Settings lie beside the program; the working folder is the caller's, and the data folder is relative to it.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    var options = builder.AddSummitHubOptions();
    if (Verification.IsAsked(args))
    {
        builder.Services.AddKeys(options).AddJournal(options).AddAudits(options);
        await using var logs = builder.Build();
        return await Verification.RunAsync(logs.Services, args[1..], Console.Out);
    }

    if (Founding.IsAsked(args)) Founding.Compose(builder, options);
    builder.WebHost.ConfigureKestrel(kestrel => (kestrel.AddServerHeader, kestrel.Limits.MaxRequestBodySize) = (false, CallGuards.LargestBody));
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddSingleton<ISummitClocks, WorldClocks>();
    builder.Services.AddSingleton<ISummitClockReadings, WorldClockReadings>();
    builder.Services.AddWebGuard(options);
    builder.Services.AddCallGuards(options);
    builder.Services.AddApi(options);
    builder.Services.AddBoards();
    builder.Services.AddPages();
    builder.Services.AddKeys(options);
    builder.Services.AddProtection(options);
    builder.Services.AddJournal(options);
    // What asks grains comes after what keeps them, and so stops before it.
    builder.AddCluster(options);
    builder.Services.AddSignIn(options);
    builder.Services.AddSubstanceAndInboxes(options);
    builder.Services.AddSample(options);

    var app = builder.Build();
    if (Founding.IsAsked(args)) return await Founding.RunAsync(app, args[1..], Console.Out);
    app.UseWebGuard(options);
    app.UseProblems();
    app.UsePages();
    app.UseAuthentication();
    app.UseRateLimiter();
    app.UseAuthorization();
    app.MapHealth();
    if (options.AnswersPeople)
    {
        app.MapApi();
        app.MapBoards();
        app.MapCalendars();
        app.MapSample(options);
        app.MapPages();
    }
    app.Run();
    return 0;
}
catch (Exception refused) when (refused is JournalRefusedException or KeysRefusedException or SampleRefusedException or ValidationException)
{
    Console.Error.WriteLine($"The server does not start: {refused.Message}");
    return 1;
}

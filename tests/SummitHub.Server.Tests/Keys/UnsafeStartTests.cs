using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SummitHub.Grains.Keys;
using SummitHub.Server.Keys;

namespace SummitHub.Server.Tests.Keys;

public sealed class UnsafeStartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("summithub-start-").FullName;

    private string Data => Path.Combine(_folder, "data");

    private string Outside => Path.Combine(_folder, "summithub.keys");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void In_production_the_sample_and_keys_beside_the_store_are_refused_each_with_what_to_set()
    {
        var refused = Assert.Throws<ValidationException>(() => Read("Production")).Message;

        Assert.Contains("SummitHub__Sample=none", refused, StringComparison.Ordinal);
        Assert.Contains("SummitHub__KeyFile", refused, StringComparison.Ordinal);
        Assert.Contains("SummitHub__Proxies", refused, StringComparison.Ordinal);
        Assert.Contains("SummitHub__Insecure=true", refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls=http://*:80", false)]
    [InlineData("--urls=https://*:443;http://*:80", false)]
    [InlineData("--urls=https://*:443", true)]
    [InlineData("--SummitHub:Proxies=10.0.0.7, 2001:db8::/32", true)]
    [InlineData("--SummitHub:Role=silo", true)]
    public void In_production_somebody_must_end_TLS(string setting, bool runs)
    {
        var settings = new[] { "--SummitHub:Sample=none", $"--SummitHub:KeyFile={Outside}", "--SummitHub:Redis=x", setting };
        if (runs) Assert.Equal(Outside, Read("Production", settings).KeyFile);
        else Assert.Contains("TLS", Assert.Throws<ValidationException>(() => Read("Production", settings)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.0.0.0/99")]
    [InlineData("proxy.example")]
    public void Proxies_are_named_by_their_addresses(string proxies) =>
        Assert.Contains("SummitHub__Proxies", Assert.Throws<ValidationException>(() => Read("Development", $"--SummitHub:Proxies={proxies}")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("data/keys", false)]
    [InlineData("data/deep/keys", false)]
    [InlineData("summithub.keys", true)]
    [InlineData("data.keys", true)]
    public void In_production_keys_lie_outside_the_stores_folder(string path, bool runs)
    {
        var settings = new[] { "--SummitHub:Sample=none", "--urls=https://*:443", $"--SummitHub:KeyFile={Path.Combine(_folder, path)}" };
        if (runs) Assert.Equal(Path.Combine(_folder, path), Read("Production", settings).KeyFile);
        else Assert.Contains("SummitHub__KeyFile", Assert.Throws<ValidationException>(() => Read("Production", settings)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_says_that_he_knows_may() => Assert.Equal("unga74", Read("Production", "--SummitHub:Insecure=true").Sample);

    [Fact]
    public void To_try_it_nothing_needs_to_be_set() => Assert.Null(Read("Development").KeyFile);

    [Fact]
    public void Servers_that_share_a_store_must_share_their_keys() =>
        Assert.Contains("SummitHub__KeyFile", Assert.Throws<ValidationException>(() => Read("Development", "--SummitHub:Role=silo", "--SummitHub:Redis=x", "--SummitHub:Sample=none")).Message, StringComparison.Ordinal);

    [Fact]
    public void Keys_are_made_for_an_empty_folder_and_never_beside_a_log_that_had_others()
    {
        var options = new SummitHubOptions { Data = Data };
        Directory.CreateDirectory(Data);
        new ServiceCollection().AddKeys(options);
        var made = KeyFile.Load(Path.Combine(Data, "keys")).Chain.ToArray();
        File.WriteAllText(Path.Combine(Data, SummitHubOptions.JournalFile), "");
        new ServiceCollection().AddKeys(options);
        Assert.Equal(made, KeyFile.Load(Path.Combine(Data, "keys")).Chain.ToArray());

        File.Delete(Path.Combine(Data, "keys"));
        Assert.Throws<KeysRefusedException>(() => new ServiceCollection().AddKeys(options));
        Assert.False(File.Exists(Path.Combine(Data, "keys")));
    }

    [Fact]
    public void A_key_file_that_is_named_must_be_there() =>
        Assert.Contains(Outside, Assert.Throws<KeysRefusedException>(() => new ServiceCollection().AddKeys(new SummitHubOptions { Data = Data, KeyFile = Outside })).Message, StringComparison.Ordinal);

    private SummitHubOptions Read(string environment, params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, Args = [$"--SummitHub:Data={Data}", .. settings] });
        return builder.AddSummitHubOptions();
    }
}

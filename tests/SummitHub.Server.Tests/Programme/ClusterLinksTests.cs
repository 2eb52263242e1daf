using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using SummitHub.Contracts.Access;
using SummitHub.Server.Programme;
using SummitHub.Server.Tests.Hosting;

namespace SummitHub.Server.Tests.Programme;

/// <summary>Who asks a server's grains must be a server of its cluster.</summary>
public sealed class ClusterLinksTests : IDisposable
{
    private static readonly DateTimeOffset From = new(2019, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("summithub-links-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_server_of_the_cluster_is_answered_and_a_stranger_to_it_is_not()
    {
        var (own, strange) = (Authority("own"), Authority("strange"));
        await using var server = new ServerFactory(null, ("SummitHub:Sample", "none"), ("SummitHub:ClusterCertificate", Server("a", own)), ("SummitHub:ClusterAuthority", own.File));
        await server.OpenAsync();
        var gateway = new IPEndPoint(IPAddress.Loopback, server.Services.GetRequiredService<IOptions<EndpointOptions>>().Value.GatewayPort);

        Assert.True(await IsAnsweredAsync(gateway, Links(Server("b", own), own.File), within: 30));
        // A client tries again for as long as it is let.
        Assert.False(await IsAnsweredAsync(gateway, Links(Server("c", strange), strange.File), within: 5));
        Assert.False(await IsAnsweredAsync(gateway, null, within: 5));
    }

    [Fact]
    public void A_certificate_that_the_others_would_not_believe_does_not_start()
    {
        var (own, strange) = (Authority("own"), Authority("strange"));

        Assert.Contains("is not signed by", Assert.Throws<ValidationException>(() => Links(Server("c", strange), own.File)).Message, StringComparison.Ordinal);
        Assert.Contains("SummitHub__ClusterCertificate", Assert.Throws<ValidationException>(() => Links(own.File, own.File)).Message, StringComparison.Ordinal);
        Assert.Contains("SummitHub__ClusterCertificate", Assert.Throws<ValidationException>(() => Links(Path.Combine(_folder, "none.pem"), own.File)).Message, StringComparison.Ordinal);
    }

    private static ClusterLinks Links(string certificate, string authority) =>
        ClusterLinks.Of(new SummitHubOptions { ClusterCertificate = certificate, ClusterAuthority = authority })!;

    private static async Task<bool> IsAnsweredAsync(IPEndPoint gateway, ClusterLinks? links, double within)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.UseOrleansClient(client =>
        {
            client.UseStaticClustering(gateway).Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = ("summithub", "summithub"));
            if (links is not null) client.UseTls(links.Own, links.Secure);
        });
        using var host = builder.Build();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(within));
        try
        {
            await host.StartAsync(patience.Token);
            return (await host.Services.GetRequiredService<IGrainFactory>().GetGrain<IAccessGrain>("nowhere").Changes(0)).Revision == 0;
        }
        catch (Exception refused) when (refused is OrleansException or OperationCanceledException or TimeoutException or IOException)
        {
            return false;
        }
    }

    private (X509Certificate2 Certificate, string File) Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        var certificate = request.CreateSelfSigned(From, From.AddYears(60));
        var file = Path.Combine(_folder, $"{name}.pem");
        File.WriteAllText(file, certificate.ExportCertificatePem());
        return (certificate, file);
    }

    private string Server(string name, (X509Certificate2 Certificate, string File) authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signed = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).Create(authority.Certificate, From, From.AddYears(50), [1, 2, 3, (byte)name[0]]);
        var file = Path.Combine(_folder, $"server-{name}.pem");
        File.WriteAllText(file, signed.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        return file;
    }
}

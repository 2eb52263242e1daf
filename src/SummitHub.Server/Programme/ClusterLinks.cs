using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Orleans.Connections.Security;

namespace SummitHub.Server.Programme;

/// <summary>
/// The lines between servers: encrypted (TLS, RFC 8446), and each end shows a certificate that the cluster's authority has signed. Which server it
/// is does not matter, since each may ask each; that it is one of the cluster's is what lets its word count.
/// </summary>
internal sealed class ClusterLinks
{
    // No line is opened by this name; the protocol asks for one.
    private const string AnyServer = "summithub";

    private readonly X509Certificate2 _authority;

    private ClusterLinks(X509Certificate2 own, X509Certificate2 authority) => (Own, _authority) = (own, authority);

    /// <summary>This server's certificate, with its key.</summary>
    public X509Certificate2 Own { get; }

    /// <summary>As the options say; null where lines are plain.</summary>
    /// <exception cref="ValidationException">A file does not hold what it should.</exception>
    public static ClusterLinks? Of(SummitHubOptions options)
    {
        if (options.ClusterCertificate is not { } own || options.ClusterAuthority is not { } authority) return null;
        try
        {
            var links = new ClusterLinks(X509Certificate2.CreateFromPemFile(own), X509CertificateLoader.LoadCertificateFromFile(authority));
            return links.IsMember(links.Own) ? links : throw new ValidationException($"The certificate {own} is not signed by {authority}, or not valid now: other servers would not believe this one.");
        }
        catch (Exception cause) when (cause is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new ValidationException($"SummitHub__ClusterCertificate is a PEM file of a certificate and its key, SummitHub__ClusterAuthority one of a certificate: {cause.Message}", cause);
        }
    }

    /// <summary>Demands of both ends that they are the cluster's.</summary>
    public void Secure(TlsOptions tls)
    {
        tls.RemoteCertificateMode = RemoteCertificateMode.RequireCertificate;
        tls.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        tls.RemoteCertificateValidation = (certificate, _, _) => IsMember(certificate);
        tls.OnAuthenticateAsClient = (_, client) => client.TargetHost = AnyServer;
    }

    private bool IsMember(X509Certificate2? certificate)
    {
        if (certificate is null) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }
}

using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using SummitHub.Grains.Keys;

namespace SummitHub.Server.Keys;

/// <summary>
/// Keeps the keys that protect what a browser carries through a provider's sign-in: in the store, shared by all servers, and wrapped by
/// the master key.
/// </summary>
internal static class ProtectionSetup
{
    private const string Owner = "protection";

    public static IServiceCollection AddProtection(this IServiceCollection services, SummitHubOptions options)
    {
        var protection = services.AddDataProtection().SetApplicationName("summithub");
        if (options.Redis is { } redis)
        {
            var connection = new Lazy<IConnectionMultiplexer>(() => ConnectionMultiplexer.Connect(redis));
            protection.PersistKeysToStackExchangeRedis(() => connection.Value.GetDatabase(), "summithub:protection");
        }
        else
        {
            protection.PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.Data, "protection")));
        }
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlEncryptor = new Wrapping(provider.GetRequiredService<KeyFile>())));
        return services;
    }

    private sealed class Wrapping(KeyFile file) : IXmlEncryptor
    {
        public EncryptedXmlInfo Encrypt(XElement plaintextElement)
        {
            var wrapped = file.Current.Wrap(System.Text.Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)), Owner);
            return new(new XElement("wrapped", new XAttribute("master", wrapped.Master), Convert.ToBase64String(wrapped.Bytes)), typeof(Unwrapping));
        }
    }

    /// <summary>Made by the framework, by the name of its class that stands in the stored key.</summary>
    private sealed class Unwrapping(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement)
        {
            var wrapped = new WrappedKey(encryptedElement.Attribute("master")!.Value, Convert.FromBase64String(encryptedElement.Value));
            var plain = services.GetRequiredService<KeyFile>().Master(wrapped.Master).Unwrap(wrapped, Owner);
            return XElement.Parse(System.Text.Encoding.UTF8.GetString(plain));
        }
    }
}

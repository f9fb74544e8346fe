using Microsoft.Extensions.Configuration;
using OneVisit.Storage;

namespace OneVisit.Functions;

/// <summary>What the back office must be told to run. Keys are base64 of 32 bytes.</summary>
/// <param name="CodeGateway">Where codes for telephones are posted, or <see cref="SandboxGateway"/>; <c>null</c>: none are sent.</param>
public sealed record BackOfficeSettings(StorageOptions Storage, byte[] FrontDoorKey, byte[] SealingKey, byte[] LookupKey, string? CodeGateway = null)
{
    /// <summary>Codes are shown on the screen in place of a telephone. Never in production.</summary>
    public const string SandboxGateway = "sandbox";

    private const string DemoPhone = "0538-7000103";

    private const int KeyBytes = 32;

    /// <summary>Where people reach the pages: the codes on papers lead there. <c>null</c>: a code on a paper says no address.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Whom to call, as printed on papers; a demo number where none is set.</summary>
    public string HelpPhone { get; init; } = DemoPhone;

    /// <exception cref="InvalidOperationException">A setting is missing or malformed; the message names it and never shows its value.</exception>
    public static BackOfficeSettings From(IConfiguration configuration)
    {
        var settings = configuration.GetSection("OneVisit");
        var storage = new StorageOptions
        {
            ConnectionString = settings["StorageConnection"],
            AccountName = settings["StorageAccount"],
            Prefix = settings["StoragePrefix"] ?? "",
        };
        if (string.IsNullOrWhiteSpace(storage.ConnectionString) && string.IsNullOrWhiteSpace(storage.AccountName))
            throw new InvalidOperationException("Setting OneVisit:StorageConnection or OneVisit:StorageAccount is missing.");
        return new(storage, Key(settings, "FrontDoorKey"), Key(settings, "SealingKey"), Key(settings, "LookupKey"), Gateway(settings["CodeGateway"]))
        {
            PublicUrl = Uri.TryCreate(settings["PublicUrl"], UriKind.Absolute, out var pages) ? new Uri(pages.AbsoluteUri.TrimEnd('/') + "/") : null,
            HelpPhone = settings["HelpPhone"] is { Length: > 0 } phone ? phone : DemoPhone,
        };
    }

    private static string? Gateway(string? address) => string.IsNullOrWhiteSpace(address) ? null
        : address == SandboxGateway || (Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps) ? address
        : throw new InvalidOperationException($"Setting OneVisit:CodeGateway is neither {SandboxGateway} nor an https address.");

    private static byte[] Key(IConfigurationSection settings, string name)
    {
        var bytes = new byte[KeyBytes];
        return Convert.TryFromBase64String(settings[name] ?? "", bytes, out var length) && length == KeyBytes
            ? bytes
            : throw new InvalidOperationException($"Setting OneVisit:{name} is missing, or not the base64 of {KeyBytes} bytes.");
    }
}

using Microsoft.Extensions.Configuration;
using OneVisit.Functions.Sharing;
using OneVisit.Functions.Uploads;
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

    private const int LeastKey = 16;

    /// <summary>Where people reach the pages: the codes on papers lead there. <c>null</c>: a code on a paper says no address.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Whom to call, as printed on papers; a demo number where none is set.</summary>
    public string HelpPhone { get; init; } = DemoPhone;

    /// <summary>The sharing platform; <c>null</c>: none is connected, and the catalogue alone says what the city holds.</summary>
    public SharingOptions? Sharing { get; init; }

    /// <summary>ClamAV's daemon; <c>null</c>: uploads are looked through and not scanned.</summary>
    public System.Net.EndPoint? Antivirus { get; init; }

    /// <exception cref="InvalidOperationException">A setting is missing or malformed; the message names it and never shows its value.</exception>
    public static BackOfficeSettings From(IConfiguration configuration)
    {
        var settings = configuration.GetSection("OneVisit");
        var storage = new StorageOptions
        {
            ConnectionString = settings["StorageConnection"],
            AccountName = settings["StorageAccount"],
            EndpointSuffix = settings["StorageSuffix"] is { Length: > 0 } suffix ? suffix : StorageOptions.PublicCloud,
            Share = StorageShare.BackOffice,
            Prefix = settings["StoragePrefix"] ?? "",
        };
        if (string.IsNullOrWhiteSpace(storage.ConnectionString) && string.IsNullOrWhiteSpace(storage.AccountName))
            throw new InvalidOperationException("Setting OneVisit:StorageConnection or OneVisit:StorageAccount is missing.");
        return new(storage, Key(settings, "FrontDoorKey"), Key(settings, "SealingKey"), Key(settings, "LookupKey"), Gateway(settings["CodeGateway"]))
        {
            PublicUrl = Uri.TryCreate(settings["PublicUrl"], UriKind.Absolute, out var pages) ? WithFinalSlash(pages) : null,
            HelpPhone = settings["HelpPhone"] is { Length: > 0 } phone ? phone : DemoPhone,
            Sharing = Platform(settings),
            Antivirus = Scanner(settings["Antivirus"]),
        };
    }

    // Over the wire of a machine itself a platform may speak plainly; anywhere else ID numbers travel encrypted.
    private static SharingOptions? Platform(IConfigurationSection settings)
    {
        if (settings["SharingUrl"] is not { Length: > 0 } address)
            return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
            throw new InvalidOperationException("Setting OneVisit:SharingUrl is no https address.");
        if (settings["SharingKey"] is not { Length: >= LeastKey } key)
            throw new InvalidOperationException($"Setting OneVisit:SharingKey is missing, or shorter than {LeastKey} characters.");
        var shape = settings["SharingShape"] is { Length: > 0 } told ? told : SharingShapes.Questions;
        return shape is SharingShapes.Questions or SharingShapes.Records
            ? new(WithFinalSlash(url), key, shape)
            : throw new InvalidOperationException($"Setting OneVisit:SharingShape is neither {SharingShapes.Questions} nor {SharingShapes.Records}.");
    }

    private static System.Net.EndPoint? Scanner(string? address) => string.IsNullOrWhiteSpace(address) ? null
        : ClamdScan.Address(address) ?? throw new InvalidOperationException("Setting OneVisit:Antivirus is neither tcp://host:port nor unix:/path.");

    private static Uri WithFinalSlash(Uri url) => new(url.AbsoluteUri.TrimEnd('/') + "/");

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

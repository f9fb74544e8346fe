using System.Globalization;
using Microsoft.Extensions.Configuration;
using OneVisit.Contracts;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Sharing;
using OneVisit.Functions.Uploads;
using OneVisit.Storage;
using OneVisit.Storage.MasterKeys;

namespace OneVisit.Functions;

/// <summary>What the back office must be told to run. Keys are base64 of 32 bytes.</summary>
/// <param name="FrontDoorKey">Under which the bot signs for whom it speaks; <c>null</c>: tokens of <see cref="Entra"/> count. One of the two is there.</param>
/// <param name="Sealing">Where the sealing keys lie.</param>
/// <param name="Proofs">Where the keys lie that sign what residents have proven.</param>
/// <param name="LookUps">Where the keys lie by which people are found again.</param>
/// <param name="CodeGateway">Where codes for telephones are posted, or <see cref="SandboxGateway"/>; <c>null</c>: none are sent.</param>
public sealed record BackOfficeSettings(StorageOptions Storage, byte[]? FrontDoorKey, MasterKeyOptions Sealing, MasterKeyOptions Proofs, MasterKeyOptions LookUps, string? CodeGateway = null)
{
    /// <summary>Codes are shown on the screen in place of a telephone. Never in production.</summary>
    public const string SandboxGateway = "sandbox";

    private const string DemoPhone = "0538-7000103";

    private const int KeyBytes = 32;

    private const int LeastKey = 16;

    private const int UsualRequests = 600;

    private const int UsualApplications = 10;

    /// <summary>Where people reach the pages: the codes on papers lead there. <c>null</c>: a code on a paper says no address.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Whom to call, as printed on papers; a demo number where none is set.</summary>
    public string HelpPhone { get; init; } = DemoPhone;

    /// <summary>What one participant may ask in a minute, and at once: a page asks for its lists eight times, a turn of the chat takes up to a dozen.</summary>
    public int RequestsOfParticipant { get; init; } = UsualRequests;

    /// <summary>Applications that one conversation of a resident may hand in within a day; three times as many come in for one person and service.</summary>
    public int ApplicationsOfConversation { get; init; } = UsualApplications;

    /// <summary>The sharing platform; <c>null</c>: none is connected, and the catalogue alone says what the city holds.</summary>
    public SharingOptions? Sharing { get; init; }

    /// <summary>The tenant whose tokens say who speaks.</summary>
    public EntraOptions? Entra { get; init; }

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
        var entra = Tenant(settings);
        return new(storage, SharedKey(settings, entra), Sealed(settings), Signed(settings), LookedUp(settings), Gateway(settings["CodeGateway"]))
        {
            PublicUrl = Uri.TryCreate(settings["PublicUrl"], UriKind.Absolute, out var pages) ? WithFinalSlash(pages) : null,
            HelpPhone = settings["HelpPhone"] is { Length: > 0 } phone ? phone : DemoPhone,
            Sharing = Platform(settings),
            Entra = entra,
            RequestsOfParticipant = Most(settings, "Limits:OfParticipant") ?? UsualRequests,
            ApplicationsOfConversation = Most(settings, "Limits:Applications") ?? UsualApplications,
            Antivirus = Scanner(settings["Antivirus"]),
        };
    }

    private static MasterKeyOptions Sealed(IConfigurationSection settings) => new MasterKeyOptions(settings["SealingVault"], settings["SealingKeyFile"], settings["SealingKey"]).Checked();

    private static MasterKeyOptions Signed(IConfigurationSection settings) =>
        new MasterKeyOptions(settings["SealingVault"], settings["ProofKeyFile"], settings["ProofKey"]) { Use = KeyUse.Proof }.Checked();

    private static MasterKeyOptions LookedUp(IConfigurationSection settings) =>
        new MasterKeyOptions(settings["SealingVault"], settings["LookupKeyFile"], settings["LookupKey"]) { Use = KeyUse.Lookup }.Checked();

    // Two ways in would be one too many: whoever has the key would pass by the tenant.
    private static byte[]? SharedKey(IConfigurationSection settings, EntraOptions? entra) => (settings["FrontDoorKey"], entra) switch
    {
        (null or "", not null) => null,
        (_, null) => KeyOf(settings["FrontDoorKey"], "FrontDoorKey", " Without it, OneVisit:Entra:TenantId says whose tokens count."),
        _ => throw new InvalidOperationException("Settings OneVisit:FrontDoorKey and OneVisit:Entra:TenantId are both there; one of them may be."),
    };

    private static EntraOptions? Tenant(IConfigurationSection settings) => EntraTenant.Parse(settings["Entra:TenantId"], settings["Entra:Authority"]) is { } tenant
        ? new(tenant, Id(settings["Entra:BackOfficeId"], "BackOfficeId"), Id(settings["Entra:FrontDoorId"], "FrontDoorId"))
        : null;

    private static string Id(string? value, string name) =>
        Guid.TryParseExact(value, "D", out var id) ? id.ToString("D") : throw new InvalidOperationException($"Setting OneVisit:Entra:{name} is missing, or no id of an application.");

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

    private static int? Most(IConfigurationSection settings, string name) => string.IsNullOrEmpty(settings[name]) ? null
        : int.TryParse(settings[name], NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0 ? most
        : throw new InvalidOperationException($"Setting OneVisit:{name} is no number from 1.");

    private static System.Net.EndPoint? Scanner(string? address) => string.IsNullOrWhiteSpace(address) ? null
        : ClamdScan.Address(address) ?? throw new InvalidOperationException("Setting OneVisit:Antivirus is neither tcp://host:port nor unix:/path.");

    private static Uri WithFinalSlash(Uri url) => new(url.AbsoluteUri.TrimEnd('/') + "/");

    private static string? Gateway(string? address) => string.IsNullOrWhiteSpace(address) ? null
        : address == SandboxGateway || (Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps) ? address
        : throw new InvalidOperationException($"Setting OneVisit:CodeGateway is neither {SandboxGateway} nor an https address.");

    private static byte[] KeyOf(string? value, string name, string hint = "")
    {
        var bytes = new byte[KeyBytes];
        return Convert.TryFromBase64String(value ?? "", bytes, out var length) && length == KeyBytes
            ? bytes
            : throw new InvalidOperationException($"Setting OneVisit:{name} is missing, or not the base64 of {KeyBytes} bytes.{hint}");
    }
}

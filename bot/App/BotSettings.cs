using OneVisit.Conversation;
using OneVisit.Domain.Identity;
using OneVisit.Storage;

namespace OneVisit.Bot;

/// <summary>The settings of the bot under <c>OneVisit:</c>, each read when it is first needed. A missing one is named in the exception.</summary>
public sealed class BotSettings(IConfiguration configuration)
{
    /// <summary>Signs the tokens for the back office and the user ids of staff; 32 bytes.</summary>
    public byte[] FrontDoorKey => Key("FrontDoorKey");

    public byte[] SealingKey => Key("SealingKey");

    public byte[] LookupKey => Key("LookupKey");

    public Uri BackOffice => Address("BackOfficeUrl");

    /// <summary>Where people reach the pages.</summary>
    public Uri PublicUrl => Address("PublicUrl");

    /// <summary>The Direct Line service, without <c>v3/directline</c>.</summary>
    public Uri DirectLine => Address("DirectLine:Url");

    public string DirectLineSecret => Text("DirectLine:Secret");

    /// <summary>Folder that holds Web Chat's <c>webchat.js</c>.</summary>
    public string? WebChatFolder => Optional("WebChatFolder");

    /// <summary>Folder that holds Apache ECharts' <c>echarts.common.min.js</c>; <c>null</c>: figures are shown as tables only.</summary>
    public string? ChartsFolder => Optional("ChartsFolder");

    /// <summary>Folder that keeps the keys of the session cookies, so that sessions survive a restart; <c>null</c>: the platform's own place.</summary>
    public string? KeyFolder => Optional("DataProtectionFolder");

    public StorageOptions Storage => new()
    {
        ConnectionString = Optional("StorageConnection"),
        AccountName = Optional("StorageAccount"),
        EndpointSuffix = Optional("StorageSuffix") ?? StorageOptions.PublicCloud,
        Prefix = Optional("StoragePrefix") ?? "",
        Share = StorageShare.Bot,
    };

    /// <summary>Whom to call; a demo number where none is set.</summary>
    public string HelpPhone => Optional("HelpPhone") ?? DialogueWorld.DemoPhone;

    /// <summary>The Entra tenant of the city's staff: in Teams accounts of this one are looked up in the directory; <c>null</c>: nobody there is staff.</summary>
    public Guid? StaffTenant => Optional("Entra:TenantId") is not { } tenant ? null : Guid.TryParse(tenant, out var id) ? id : throw new InvalidOperationException("OneVisit:Entra:TenantId");

    public string AppId => configuration["MicrosoftAppId"] ?? "";

    /// <summary>How staff sign in: addresses that the installation's sign-in binding answers.</summary>
    public StaffSignInOptions StaffSignIn => new(
        Optional("StaffSignIn:ListUrl"), Optional("StaffSignIn:PostUrl"), Optional("StaffSignIn:RedirectUrl"), Optional("StaffSignIn:MoreUrl"));

    // A setting left empty is one not set.
    private string? Optional(string name) => configuration["OneVisit:" + name] is { Length: > 0 } value ? value : null;

    private byte[] Key(string name) => Convert.FromBase64String(Text(name));

    private Uri Address(string name) => new(Text(name).TrimEnd('/') + "/");

    private string Text(string name) =>
        configuration["OneVisit:" + name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"OneVisit:{name}");
}

/// <param name="ListUrl">Lists the people to choose from, a JSON array of <c>staffId</c>, <c>name</c>, <c>role</c>, <c>office</c>; <c>null</c>: nobody is offered.</param>
/// <param name="PostUrl">Takes the <c>staffId</c> chosen and sets the session; goes with <paramref name="ListUrl"/>.</param>
/// <param name="RedirectUrl">A sign-in page elsewhere that comes back to the staff page.</param>
/// <param name="MoreUrl">Where whoever is not in the list is looked up; goes with <paramref name="ListUrl"/>.</param>
public sealed record StaffSignInOptions(string? ListUrl, string? PostUrl, string? RedirectUrl, string? MoreUrl = null)
{
    public bool Configured => (ListUrl is not null && PostUrl is not null) || RedirectUrl is not null;
}

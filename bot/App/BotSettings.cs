using System.Globalization;
using OneVisit.Bot.Limits;
using OneVisit.Contracts;
using OneVisit.Conversation;
using OneVisit.Domain.Identity;
using OneVisit.Storage;
using OneVisit.Storage.MasterKeys;

namespace OneVisit.Bot;

/// <summary>The settings of the bot under <c>OneVisit:</c>, each read when it is first needed. A missing one is named in the exception.</summary>
public sealed class BotSettings(IConfiguration configuration)
{
    /// <summary>Signs the tokens for the back office; 32 bytes. <c>null</c>: the program's own identity speaks, see <see cref="Entra"/>.</summary>
    public byte[]? FrontDoorKey => Optional("FrontDoorKey") is { } key ? Convert.FromBase64String(key) : null;

    /// <summary>Signs the user ids of staff in the chat; 32 bytes, and nobody's but the bot's.</summary>
    public byte[] ChatKey => Key("ChatKey");

    /// <summary>Where the sealing keys lie.</summary>
    public MasterKeyOptions Sealing => new(Optional("SealingVault"), Optional("SealingKeyFile"), Optional("SealingKey"));

    /// <summary>Makes names of participants out of user ids on channels; 32 bytes, and nobody's but the bot's.</summary>
    public byte[] ParticipantKey => Key("ParticipantKey");

    public Uri BackOffice => Address("BackOfficeUrl");

    /// <summary>Where people reach the pages.</summary>
    public Uri PublicUrl => Address("PublicUrl");

    /// <summary>An origin of its own for papers that people sent, see <see cref="Papers.PapersOrigin"/>; <c>null</c>: they are shown where the pages are.</summary>
    public string? PapersUrl => Optional("PapersUrl");

    /// <summary>The Direct Line service, without <c>v3/directline</c>.</summary>
    public Uri DirectLine => Address("DirectLine:Url");

    public string DirectLineSecret => Text("DirectLine:Secret");

    /// <summary>Folder that holds Web Chat's <c>webchat.js</c>.</summary>
    public string? WebChatFolder => Optional("WebChatFolder");

    /// <summary>Folder that holds Apache ECharts' <c>echarts.common.min.js</c>; <c>null</c>: figures are shown as tables only.</summary>
    public string? ChartsFolder => Optional("ChartsFolder");

    /// <summary>
    /// Networks, in CIDR, of the proxies in front of this program, whose word on who asks, and whether by https, is taken; empty: nobody's is.
    /// </summary>
    public string ProxyNetworks => Optional("ProxyNetworks") ?? "";

    /// <summary>How much one person and one address may ask.</summary>
    public RequestLimits Limits
    {
        get
        {
            var usual = new RequestLimits();
            return new()
            {
                OfPerson = Most("Limits:OfPerson", usual.OfPerson), OfAddress = Most("Limits:OfAddress", usual.OfAddress),
                Chats = Most("Limits:Chats", usual.Chats), Forms = Most("Limits:Forms", usual.Forms), Codes = Most("Limits:Codes", usual.Codes),
                TurnsOfChat = Most("Limits:TurnsOfChat", usual.TurnsOfChat), TurnsOfAddress = Most("Limits:TurnsOfAddress", usual.TurnsOfAddress),
            };
        }
    }

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

    /// <summary>The city's tenant; <c>null</c>: none is set.</summary>
    public EntraSettings? Entra => EntraTenant.Parse(Optional("Entra:TenantId"), Optional("Entra:Authority")) is { } tenant
        ? new(tenant, Optional("Entra:ClientId"), Optional("Entra:BackOfficeId"), Optional("Entra:Exchange") ?? EntraSettings.PublicExchange)
        : null;

    /// <summary>How staff sign in: with the tenant, or at addresses that the installation's sign-in binding answers.</summary>
    public StaffSignInOptions StaffSignIn => Entra?.ClientId is not null
        ? new(null, null, "/staff/sign-in")
        : new(Optional("StaffSignIn:ListUrl"), Optional("StaffSignIn:PostUrl"), null, Optional("StaffSignIn:MoreUrl"));

    // A setting left empty is one not set.
    private string? Optional(string name) => configuration["OneVisit:" + name] is { Length: > 0 } value ? value : null;

    private int Most(string name, int usual) => Optional(name) is not { } told ? usual
        : int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0 ? most : throw new InvalidOperationException($"OneVisit:{name}");

    private byte[] Key(string name) => Convert.FromBase64String(Text(name));

    private Uri Address(string name) => new(Text(name).TrimEnd('/') + "/");

    private string Text(string name) =>
        configuration["OneVisit:" + name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"OneVisit:{name}");
}

/// <param name="ClientId">Application id of the registration with which staff sign in; <c>null</c>: they do not sign in here.</param>
/// <param name="BackOfficeId">Application id of the back office's registration, for which our own tokens are; <c>null</c>: a shared key signs.</param>
/// <param name="Exchange">For whom a token of our identity has to be, to stand for a secret of the registration.</param>
public sealed record EntraSettings(EntraTenant Tenant, string? ClientId, string? BackOfficeId, string Exchange)
{
    public const string PublicExchange = "api://AzureADTokenExchange";
}

/// <param name="ListUrl">Lists the people to choose from, a JSON array of <c>staffId</c>, <c>name</c>, <c>role</c>, <c>office</c>; <c>null</c>: nobody is offered.</param>
/// <param name="PostUrl">Takes the <c>staffId</c> chosen and sets the session; goes with <paramref name="ListUrl"/>.</param>
/// <param name="RedirectUrl">A page that leads to the sign-in and comes back to the staff page.</param>
/// <param name="MoreUrl">Where whoever is not in the list is looked up; goes with <paramref name="ListUrl"/>.</param>
public sealed record StaffSignInOptions(string? ListUrl, string? PostUrl, string? RedirectUrl, string? MoreUrl = null)
{
    public bool Configured => (ListUrl is not null && PostUrl is not null) || RedirectUrl is not null;
}

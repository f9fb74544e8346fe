using System.Globalization;
using OneVisit.Bot.Limits;
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

    public string AppId => configuration["MicrosoftAppId"] ?? "";

    /// <summary>How staff sign in: addresses that the installation's sign-in binding answers.</summary>
    public StaffSignInOptions StaffSignIn => new(
        Optional("StaffSignIn:ListUrl"), Optional("StaffSignIn:PostUrl"), Optional("StaffSignIn:RedirectUrl"));

    // A setting left empty is one not set.
    private string? Optional(string name) => configuration["OneVisit:" + name] is { Length: > 0 } value ? value : null;

    private int Most(string name, int usual) => Optional(name) is not { } told ? usual
        : int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0 ? most : throw new InvalidOperationException($"OneVisit:{name}");

    private byte[] Key(string name) => Convert.FromBase64String(Text(name));

    private Uri Address(string name) => new(Text(name).TrimEnd('/') + "/");

    private string Text(string name) =>
        configuration["OneVisit:" + name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"OneVisit:{name}");
}

/// <param name="ListUrl">Lists the people to choose from, a JSON array of <c>staffId</c>, <c>name</c>, <c>role</c>, <c>office</c>; <c>null</c>: nobody is offered.</param>
/// <param name="PostUrl">Takes the <c>staffId</c> chosen and sets the session; goes with <paramref name="ListUrl"/>.</param>
/// <param name="RedirectUrl">A sign-in page elsewhere that comes back to the staff page.</param>
public sealed record StaffSignInOptions(string? ListUrl, string? PostUrl, string? RedirectUrl)
{
    public bool Configured => (ListUrl is not null && PostUrl is not null) || RedirectUrl is not null;
}

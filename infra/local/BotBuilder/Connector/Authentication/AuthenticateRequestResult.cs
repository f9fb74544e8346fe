using System.Security.Claims;

namespace Microsoft.Bot.Connector.Authentication;

public class AuthenticateRequestResult
{
    public string Audience { get; set; }
    public ClaimsIdentity ClaimsIdentity { get; set; }
    public string CallerId { get; set; }
    public ConnectorFactory ConnectorFactory { get; set; }
}

/// <summary>Makes clients that speak to a channel in the bot's name.</summary>
public abstract class ConnectorFactory
{
    public abstract Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken);
}

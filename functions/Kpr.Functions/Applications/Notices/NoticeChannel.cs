namespace Kpr.Functions.Applications.Notices;

/// <summary>How a notice goes out.</summary>
public enum NoticeChannel
{
    /// <summary>By e-mail.</summary>
    Email,

    /// <summary>To a system, as a webhook.</summary>
    Webhook,
}

namespace Azure.Messaging.ServiceBus;

/// <summary>Why an operation failed.</summary>
public enum ServiceBusFailureReason
{
    /// <summary>Anything without a reason of its own.</summary>
    GeneralError = 0,

    /// <summary>The queue does not exist.</summary>
    MessagingEntityNotFound = 1,

    /// <summary>The lock has expired, or the message has been settled already.</summary>
    MessageLockLost = 2,

    /// <summary>No message has this sequence number.</summary>
    MessageNotFound = 3,

    /// <summary>The message or the batch is larger than 256 KB.</summary>
    MessageSizeExceeded = 4,

    /// <summary>The queue is disabled.</summary>
    MessagingEntityDisabled = 5,

    /// <summary>The queue is full.</summary>
    QuotaExceeded = 6,

    /// <summary>Come back later.</summary>
    ServiceBusy = 7,

    /// <summary>No answer in time.</summary>
    ServiceTimeout = 8,

    /// <summary>The service cannot be reached.</summary>
    ServiceCommunicationProblem = 9,

    /// <summary>Another receiver has the session.</summary>
    SessionCannotBeLocked = 10,

    /// <summary>The lock on the session has expired.</summary>
    SessionLockLost = 11,

    /// <summary>The queue exists already.</summary>
    MessagingEntityAlreadyExists = 12,
}

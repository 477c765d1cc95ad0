namespace ReplicatedLog.Transport;

/// <summary>What comes in: a message with the connection to answer on, or the alarm of a number.</summary>
internal readonly record struct Letter(Message? Message, Connection? From, int Alarm = 0);
